import { z } from 'zod'
import {
  abonnementChange,
  abonnementCreated,
  abonnementRequest,
  abonnementResource,
  geheimRequest,
  newGeheim,
} from '#lib/contract/abonnement-resource.ts'
import { GEBEURTENIS_ID, MOMENT } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { proefberichtRequest, proefberichtResultaat, RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { codesOf } from '#lib/platform/openapi/codes-of.ts'
import { ABONNEMENT_PROBLEMS, WIJZIGING_PROBLEMS } from '../../abonnement/api/handle-abonnement.ts'
import { GEHEIM_PROBLEMS, STATUS_PROBLEMS } from '../../abonnement/api/handle-abonnement-actie.ts'
import { SINK_PROBLEMS } from '../../abonnement/api/handle-abonnementen.ts'
import { TOESTEMMING_PROBLEMS } from '../../abonnement/api/handle-toestemming.ts'
import { ABONNEMENT_LIMIT_PROBLEMS, VERIFICATIE_LIMIT_PROBLEMS } from '../../abonnement/api/over-limit-response.ts'
import { MAX_ABONNEMENTEN, MAX_VERIFICATIES_PER_HOUR } from '../../abonnement/client-limits.ts'
import { BezorgingStatus } from '../../generated/client.ts'
import { BEZORGINGEN_PROBLEMS, bezorgingenQuery } from '../../herstel/handle-bezorgingen.ts'
import { HERHALING_PROBLEMS } from '../../herstel/handle-herhaling.ts'
import { HERSTEL_LEZEN_PROBLEMS, HERSTEL_PROBLEMS, herstelRequest } from '../../herstel/handle-herstel.ts'
import { PROEFBERICHT_PROBLEMS } from '../../proefbericht/handle-proefbericht.ts'
import { MAX_PER_MINUTE } from '../../proefbericht/send-proefbericht.ts'
import type { ApiOperation } from '../api-operation.ts'
import { ABONNEMENT, ABONNEMENT_ID } from '../examples.ts'

const scope = 'abonnementen.beheren'
const tag = 'Abonnementen'
const abonnement = abonnementResource.meta({ id: 'Abonnement' })
const { sink, types, filters } = ABONNEMENT
const registration = { protocol: 'HTTP', sink, types, filters, sinkcredential: { credentialtype: 'JWT' } }

const LIMITS = `An API client has at most ${MAX_ABONNEMENTEN} abonnementen, and may ask for ${MAX_VERIFICATIES_PER_HOUR} handshakes in an hour; \`Retry-After\` says when the next one is free.`

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

const bezorging = z
  .object({
    id: z.string().describe('For a herhaling.'),
    eventId: z.uuid().describe('`id` of the event.'),
    sequence: z.int(),
    status: z.enum(BezorgingStatus),
    pogingen: z.int().describe('Attempts so far.'),
    laatstePoging: z
      .object({
        begonnenOp: z.iso.datetime(),
        httpStatus: z.int().nullable().describe('Null when the sink did not answer.'),
        foutsoort: z.string().nullable().describe('Why it failed, such as `timeout` or `http_5xx`.'),
      })
      .nullable()
      .describe('Null when there was none, or when it is no longer kept.'),
    volgendePoging: z.iso
      .datetime()
      .nullable()
      .describe('Of one that is wachtend; null while an earlier one of its zaak has not ended.'),
    afgerondOp: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Bezorging' })

const BEZORGING = {
  id: '4711',
  eventId: GEBEURTENIS_ID,
  sequence: 42,
  status: 'mislukt',
  pogingen: 10,
  laatstePoging: { begonnenOp: MOMENT, httpStatus: 503, foutsoort: 'http_5xx' },
  volgendePoging: null,
  afgerondOp: MOMENT,
}

const show = { 200: { description: 'The abonnement as it is now.', schema: abonnement, example: ABONNEMENT } }

const TOESTEMMING = {
  tag,
  summary: 'Gives the consent that a handshake asked for',
  description:
    'CloudEvents webhook 4.1.2: the handshake names this address in `WebHook-Request-Callback`, for a sink that consents later. The key in it works once; a wrong, used or expired one is answered the same.',
  path: { sleutel: z.string().meta({ example: 'qVY0yq1mM3vZ0m2tW0mQ4w' }) },
  headers: z.object({
    [WEBHOOK_HEADERS.allowedRate]: z
      .string()
      .regex(RATE)
      .optional()
      .describe('Deliveries per minute, or `*` for any number. Absent: as many as were asked for.')
      .meta({ example: '120' }),
  }),
  answers: { 200: { description: 'The abonnement is actief.', type: 'text/plain; charset=utf-8', schema: z.string() } },
  problems: codesOf(TOESTEMMING_PROBLEMS),
} satisfies Partial<ApiOperation>

export const ABONNEMENTEN: readonly ApiOperation[] = [
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
      'CloudEvents subscriptions specification 3.3. A handshake follows: the zaaksysteem asks the sink for consent with OPTIONS (CloudEvents webhook 4.1). A secret stands in this answer only. What is delivered is what you may read: of a client for some zaaktypen or event types only those.\n\n' +
      LIMITS,
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
    problems: codesOf(SINK_PROBLEMS, ABONNEMENT_LIMIT_PROBLEMS, VERIFICATIE_LIMIT_PROBLEMS),
  },
  {
    on: 'GET /abonnementen/{id}',
    id: 'abonnementLezen',
    tag,
    summary: 'Reads an abonnement',
    scope,
    answers: show,
    problems: codesOf(ABONNEMENT_PROBLEMS),
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
    problems: codesOf(ABONNEMENT_PROBLEMS, WIJZIGING_PROBLEMS),
  },
  {
    on: 'DELETE /abonnementen/{id}',
    id: 'abonnementVerwijderen',
    tag,
    summary: 'Deletes an abonnement with its deliveries',
    scope,
    answers: { 204: { description: 'It is gone.' } },
    problems: codesOf(ABONNEMENT_PROBLEMS),
  },
  ...(['pauze', 'hervatting'] as const).map(
    (actie): ApiOperation => ({
      on: `POST /abonnementen/{id}/${actie}`,
      id: actie === 'pauze' ? 'abonnementPauzeren' : 'abonnementHervatten',
      tag,
      summary: actie === 'pauze' ? 'Stops deliveries; events are kept' : 'Lets deliveries go on',
      scope,
      answers: show,
      problems: codesOf(ABONNEMENT_PROBLEMS, STATUS_PROBLEMS),
    }),
  ),
  {
    on: 'POST /abonnementen/{id}/verificatie',
    id: 'abonnementVerifieren',
    tag,
    summary: 'Asks the sink for consent again',
    description: LIMITS,
    scope,
    answers: { 202: { ...show[200], description: 'The handshake follows.' } },
    problems: codesOf(ABONNEMENT_PROBLEMS, VERIFICATIE_LIMIT_PROBLEMS),
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
    problems: codesOf(ABONNEMENT_PROBLEMS, GEHEIM_PROBLEMS),
  },
  {
    on: 'GET /toestemming/{sleutel}',
    id: 'toestemmingGeven',
    ...TOESTEMMING,
  },
  {
    on: 'POST /toestemming/{sleutel}',
    id: 'toestemmingGevenMetPost',
    ...TOESTEMMING,
  },
  {
    on: 'GET /abonnementen/{id}/bezorgingen',
    id: 'bezorgingenLezen',
    tag: 'Bezorgingen',
    summary: 'What became of the deliveries of an abonnement',
    description:
      'The newest event first, at most a hundred on a page; `volgende` is the next `na`. What is `mislukt` failed in its last attempt, and what is `overgeslagen` was not tried because the abonnement was not actief: a herstel or a herhaling sends it again.',
    scope,
    query: bezorgingenQuery,
    answers: {
      200: {
        description: 'A page of them.',
        schema: z
          .object({ bezorgingen: z.array(bezorging), volgende: z.int().nullable() })
          .meta({ id: 'BezorgingenPage' }),
        example: { bezorgingen: [BEZORGING], volgende: null },
      },
    },
    problems: codesOf(BEZORGINGEN_PROBLEMS),
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
    problems: codesOf(HERSTEL_LEZEN_PROBLEMS),
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
    problems: codesOf(HERSTEL_PROBLEMS),
  },
  {
    on: 'POST /abonnementen/{id}/proefbericht',
    id: 'proefberichtSturen',
    tag: 'Bezorgingen',
    summary: 'Sends a test to the sink, and tells what it said',
    description: `An event of the type that you choose with the attribute \`proefbericht\`, about a zaak that is not there, and without a \`sequence\`. It is sent at once and is no delivery. At most ${MAX_PER_MINUTE} in a minute.`,
    scope,
    body: {
      schema: proefberichtRequest.meta({ id: 'Proefbericht' }),
      example: { type: EVENT_TYPES.zaakstatusGewijzigd },
    },
    answers: {
      200: {
        description: 'What the sink said, also when it refused.',
        schema: proefberichtResultaat.meta({ id: 'ProefberichtResultaat' }),
        example: {
          eventId: GEBEURTENIS_ID,
          httpStatus: 204,
          foutsoort: null,
          foutdetail: null,
          duurMs: 31,
          headers: {},
          body: '',
          afgekapt: false,
        },
      },
    },
    problems: codesOf(ABONNEMENT_PROBLEMS, PROEFBERICHT_PROBLEMS),
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
    problems: codesOf(HERHALING_PROBLEMS),
  },
]
