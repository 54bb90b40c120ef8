import { z } from 'zod'
import {
  abonnementChange,
  abonnementCreated,
  abonnementRequest,
  abonnementResource,
  geheimRequest,
  newGeheim,
} from '#lib/contract/abonnement-resource.ts'
import { herstelRequest } from '../../herstel/handle-herstel.ts'
import { ABONNEMENT, ABONNEMENT_ID, MOMENT } from '../examples.ts'
import type { Operation } from '../operation.ts'

const scope = 'abonnementen.beheren'
const tag = 'Abonnementen'
const abonnement = abonnementResource.meta({ id: 'Abonnement' })
const { sink, types, filters } = ABONNEMENT
const registration = { protocol: 'HTTP', sink, types, filters, sinkcredential: { credentialtype: 'JWT' } }
const NOT_FOUND = { 404: ['not_found'] }
const HANDSHAKES = { 429: ['too_many_requests'] }

const herstelactie = z
  .object({
    id: z.uuid(),
    vanaf: z.iso.datetime(),
    aangemaaktOp: z.iso.datetime(),
    totaal: z.int().describe('Deliveries to send again.'),
    hersteld: z.int().describe('How many of them are put back.'),
    klaarOp: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Herstelactie' })

const show = { 200: { description: 'The abonnement as it is now.', schema: abonnement, example: ABONNEMENT } }

export const ABONNEMENTEN: readonly Operation[] = [
  {
    on: 'GET /abonnementen',
    id: 'abonnementenLezen',
    tag,
    summary: 'Lists your abonnementen',
    scope,
    answers: { 200: { description: 'All of them.', schema: z.array(abonnement), example: [ABONNEMENT] } },
  },
  {
    on: 'POST /abonnementen',
    id: 'abonnementRegistreren',
    tag,
    summary: 'Registers an abonnement',
    description:
      'CloudEvents subscriptions specification 3.3. A handshake follows: the zaaksysteem asks the sink for consent with OPTIONS (CloudEvents webhook 4.1). A secret stands in this answer only.',
    scope,
    body: { schema: abonnementRequest.meta({ id: 'AbonnementRegistratie' }), example: registration },
    answers: {
      201: {
        description: 'It waits for the consent of its sink.',
        schema: abonnementCreated.meta({ id: 'AbonnementGeregistreerd' }),
        headers: { Location: z.string().describe('Path of the abonnement.') },
        example: { ...ABONNEMENT, status: 'wacht_op_toestemming' },
      },
    },
    problems: { 400: ['sink_not_allowed'], 409: ['abonnement_limit'], ...HANDSHAKES },
  },
  {
    on: 'GET /abonnementen/{id}',
    id: 'abonnementLezen',
    tag,
    summary: 'Reads an abonnement',
    scope,
    answers: show,
    problems: NOT_FOUND,
  },
  {
    on: 'PUT /abonnementen/{id}',
    id: 'abonnementWijzigen',
    tag,
    summary: 'Replaces what can be changed of an abonnement',
    description:
      'Its naam, contact, types, filters and config; an absent member gets its default. What else a GET answers may be there too: protocol, sink and sinkcredential as they are, the rest is ignored.',
    scope,
    body: { schema: abonnementChange.meta({ id: 'AbonnementWijziging' }), example: ABONNEMENT },
    answers: show,
    problems: { ...NOT_FOUND, 400: ['not_changeable', 'contentmodus_not_allowed'] },
  },
  {
    on: 'DELETE /abonnementen/{id}',
    id: 'abonnementVerwijderen',
    tag,
    summary: 'Deletes an abonnement with its deliveries',
    scope,
    answers: { 204: { description: 'It is gone.' } },
    problems: NOT_FOUND,
  },
  ...(['pauze', 'hervatting'] as const).map(
    (actie): Operation => ({
      on: `POST /abonnementen/{id}/${actie}`,
      id: actie === 'pauze' ? 'abonnementPauzeren' : 'abonnementHervatten',
      tag,
      summary: actie === 'pauze' ? 'Stops deliveries; events are kept' : 'Lets deliveries go on',
      scope,
      answers: show,
      problems: { ...NOT_FOUND, 409: ['wrong_status'] },
    }),
  ),
  {
    on: 'POST /abonnementen/{id}/verificatie',
    id: 'abonnementVerifieren',
    tag,
    summary: 'Asks the sink for consent again',
    scope,
    answers: { 202: { ...show[200], description: 'The handshake follows.' } },
    problems: { ...NOT_FOUND, ...HANDSHAKES },
  },
  {
    on: 'POST /abonnementen/{id}/geheim',
    id: 'geheimWisselen',
    tag,
    summary: 'Makes a new secret',
    description: 'For ACCESSTOKEN and STANDARDWEBHOOKS. The earlier one stays valid for as long as you say.',
    scope,
    body: { schema: geheimRequest.meta({ id: 'GeheimVerzoek' }), example: { overlapUren: 24 } },
    answers: {
      201: {
        description: 'The secret. No later answer holds it.',
        schema: newGeheim.meta({ id: 'NieuwGeheim' }),
        example: { sinkcredential: { credentialtype: 'ACCESSTOKEN', accesstoken: 'only-shown-here' } },
      },
    },
    problems: { ...NOT_FOUND, 409: ['no_secret'] },
  },
  {
    on: 'GET /abonnementen/{id}/herstel',
    id: 'herstelLezen',
    tag: 'Bezorgingen',
    summary: 'How far the newest herstelacties are',
    scope,
    answers: {
      200: {
        description: 'The newest twenty.',
        schema: z.array(herstelactie),
        example: [
          { id: ABONNEMENT_ID, vanaf: MOMENT, aangemaaktOp: MOMENT, totaal: 12, hersteld: 12, klaarOp: MOMENT },
        ],
      },
    },
    problems: NOT_FOUND,
  },
  {
    on: 'POST /abonnementen/{id}/herstel',
    id: 'herstelVragen',
    tag: 'Bezorgingen',
    summary: 'Sends again every event since a moment that was never delivered',
    scope,
    body: { schema: herstelRequest.meta({ id: 'HerstelVerzoek' }), example: { vanaf: MOMENT } },
    answers: {
      202: {
        description: 'It has begun.',
        schema: z.object({ id: z.uuid(), totaal: z.int() }).meta({ id: 'HerstelBegonnen' }),
        example: { id: ABONNEMENT_ID, totaal: 12 },
      },
    },
    problems: { ...NOT_FOUND, 409: ['not_active', 'in_progress'] },
  },
  {
    on: 'POST /bezorgingen/{id}/herhaling',
    id: 'bezorgingHerhalen',
    tag: 'Bezorgingen',
    summary: 'Sends one delivery again',
    scope,
    path: {
      id: z
        .string()
        .regex(/^[1-9]\d{0,17}$/)
        .meta({ example: '4711' }),
    },
    answers: { 202: { description: 'It will be sent.' } },
    problems: { ...NOT_FOUND, 409: ['not_active', 'not_finished'], 410: ['purged'] },
  },
]
