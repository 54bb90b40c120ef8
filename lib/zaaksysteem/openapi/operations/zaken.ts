import { z } from 'zod'
import { GEBEURTENIS_ID, ZAAK_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import { registratieRequest, zaakRegistered } from '#lib/contract/handeling-requests.ts'
import { zaakResource, zaakResourceZonderBsn } from '#lib/contract/zaak-resource.ts'
import { codesOf } from '#lib/platform/openapi/codes-of.ts'
import { SLEUTEL_PROBLEMS } from '../../api/read-idempotent-request.ts'
import { REGISTRATIE_PROBLEMS } from '../../zaak/api/handle-registratie.ts'
import { VERWIJDERING_PROBLEMS, verwijderingQuery } from '../../zaak/api/handle-verwijdering.ts'
import { ZAAK_PROBLEMS } from '../../zaak/api/handle-zaak.ts'
import { zakenQuery } from '../../zaak/api/handle-zaken.ts'
import { type ApiOperation, idempotencyKey } from '../api-operation.ts'
import { ZAAK } from '../examples.ts'

/** Without the scope `zaken.bsn.lezen` a zaak has no `initiator`. */
const zaak = z.union([zaakResource.meta({ id: 'Zaak' }), zaakResourceZonderBsn.meta({ id: 'ZaakZonderBsn' })])
const registered = zaakRegistered.meta({ id: 'ZaakGeregistreerd' })
const page = z.object({ zaken: z.array(zaak), volgende: z.uuid().nullable(), laatste: z.uuid().nullish() })

export const ZAKEN: readonly ApiOperation[] = [
  {
    on: 'GET /zaken',
    id: 'zakenLezen',
    tag: 'Zaken',
    summary: 'Reads zaken, page by page or by name',
    description:
      'In order of uuid. `volgende` is the next `na`. `laatste`, on the first page, is the last zaak at that moment: whoever reads the pages up to that one has all zaken from before. With `uuids` those of them that exist. With the scope `zaken.bsn.lezen` also whose they are; of a token for some zaaktypen only those.',
    scope: 'zaken.lezen',
    query: zakenQuery,
    answers: {
      200: {
        description: 'The zaken.',
        schema: page.meta({ id: 'ZakenPage' }),
        example: { zaken: [ZAAK], volgende: null, laatste: ZAAK_ID },
      },
    },
  },
  {
    on: 'POST /zaken',
    id: 'zaakRegistreren',
    tag: 'Zaken',
    summary: 'Opens a zaak',
    description:
      'With its first status, in one event. A repeat with the same `kenmerk` and content answers 200 with the zaak that is there already.',
    scope: 'zaken.aanmaken',
    headers: idempotencyKey,
    body: {
      schema: registratieRequest.meta({ id: 'Registratie' }),
      example: {
        zaaktype: 'OMG-REG',
        omschrijving: 'Dakkapel aan de achterkant',
        initiator: { naam: 'J. de Vries', bsn: '999990342' },
        kenmerk: 'formulier-2026-4711',
      },
    },
    answers: Object.fromEntries(
      [
        ['201', 'It was opened.'],
        ['200', 'It was there already.'],
      ].map(([status, description]) => [
        status,
        {
          description,
          schema: registered,
          headers: { Location: z.string().describe('Path of the zaak.') },
          example: {
            uuid: ZAAK_ID,
            identificatie: ZAAK.identificatie,
            versie: 1,
            gebeurtenisId: GEBEURTENIS_ID,
          },
        },
      ]),
    ),
    problems: codesOf(REGISTRATIE_PROBLEMS, SLEUTEL_PROBLEMS),
  },
  {
    on: 'GET /zaken/{uuid}',
    id: 'zaakLezen',
    tag: 'Zaken',
    summary: 'Reads a zaak: what its events leave out',
    scope: 'zaken.lezen',
    answers: { 200: { description: 'The zaak.', schema: zaak, example: ZAAK } },
    problems: codesOf(ZAAK_PROBLEMS),
  },
  {
    on: 'DELETE /zaken/{uuid}',
    id: 'zaakVerwijderen',
    tag: 'Zaken',
    summary: 'Removes a zaak with all that it says of a person',
    scope: 'zaken.verwijderen',
    query: verwijderingQuery,
    headers: z.object({
      'If-Match': z
        .string()
        .regex(/^"[1-9]\d{0,8}"$/)
        .describe('The versie that the decision was based on, in quotes.')
        .meta({ example: '"2"' }),
    }),
    answers: { 204: { description: 'It is gone.' } },
    problems: codesOf(VERWIJDERING_PROBLEMS),
  },
]
