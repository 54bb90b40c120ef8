import { z } from 'zod'
import { ABONNEMENT_ID, GEBEURTENIS_ID, MOMENT } from '#lib/contract/beschrijving/event-schemas.ts'
import { MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { API_HEADERS, jsonResponse, type Problems } from '#lib/platform/http/problem-json.ts'
import { wholeNumber } from '#lib/platform/openapi/whole-number.ts'
import { operation } from '../api/operation.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { BezorgingStatus, type Herstelactie } from '../generated/client.ts'
import { findBezorgingenOfClient } from './find-bezorgingen-of-client.ts'
import { requestHerstel } from './herstelactie.ts'
import { redeliver } from './redeliver.ts'

const NEWEST = 20

/**
 * Returns the newest herstelacties of a client's abonnement with their progress; `undefined` if it has no
 * such abonnement.
 */
async function findHerstelactiesOfClient(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { client, abonnementId }: { client: string; abonnementId: string },
) {
  const abonnement = await db.abonnement.findFirst({
    where: { id: abonnementId, client },
    select: { herstelacties: { orderBy: [{ aangemaaktOp: 'desc' }, { id: 'desc' }], take: NEWEST } },
  })
  return abonnement?.herstelacties.map(toHerstelactieResource)
}

/**
 * `hersteld` of `totaal` bezorgingen were replayed. Once `klaarOp` is set, the others can no longer be
 * replayed.
 */
function toHerstelactieResource({ id, vanaf, aangemaaktOp, totaal, hersteld, klaarOp }: Herstelactie) {
  return { id, vanaf, aangemaaktOp, totaal, hersteld, klaarOp }
}

export const OF_BEZORGINGEN = { tag: 'Bezorgingen', scope: 'abonnementen.beheren' } as const

const ONBEKEND_PROBLEMS = {
  not_found: { status: 404, detail: 'You have no such abonnement.' },
} as const satisfies Problems
export const BEZORGING_ONBEKEND_PROBLEMS = {
  not_found: { status: 404, detail: 'You have no such bezorging, or may not read its event.' },
} as const satisfies Problems
const STATUS_PROBLEMS = {
  not_active: { status: 409, detail: 'The abonnement is not actief. Resume or verify it first.' },
} as const satisfies Problems

export const BEZORGING_PATH = {
  // At most 18 digits, so that it fits in a bigint.
  id: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .meta({ example: '4711' }),
}

const bezorging = z
  .object({
    id: z.string().describe('The id of the delivery, which a herhaling needs.'),
    eventId: z.uuid().describe('The `id` of the event.'),
    sequence: z
      .int()
      .describe('The `sequence` of the event. Negative for an event about an abonnement, which has none.'),
    status: z.enum(BezorgingStatus),
    pogingen: z.int().describe('The number of attempts so far.'),
    laatstePoging: z
      .object({
        begonnenOp: z.iso.datetime(),
        httpStatus: z.int().nullable().describe('The HTTP status of the response; null when the sink did not answer.'),
        foutsoort: z
          .string()
          .nullable()
          .describe('The reason for the failure, such as `timeout` or `http_5xx`; null after a success.'),
      })
      .nullable()
      .describe('The last attempt; null when there was none, or when it is no longer kept.'),
    volgendePoging: z.iso
      .datetime()
      .nullable()
      .describe(
        'The time of the next attempt of a `wachtend` delivery; null while an earlier delivery of the same zaak has not ended.',
      ),
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

export const bezorgingenLezen = operation({
  ...OF_BEZORGINGEN,
  on: 'GET /abonnementen/{id}/bezorgingen',
  id: 'bezorgingenLezen',
  summary: 'List the deliveries of an abonnement',
  description:
    'Returns the newest event first, at most 100 deliveries on a page. `volgende` is the cursor for `na` of the next page; null on the last page. A delivery is `mislukt` when its last attempt failed, and `overgeslagen` when it was skipped because the abonnement was not `actief`. A herstel or a herhaling sends such a delivery again.',
  query: z.object({
    status: z
      .enum(BezorgingStatus, `status must be one of ${Object.values(BezorgingStatus).join(', ')}.`)
      .optional()
      .describe('Returns only deliveries with this status. Default: all.'),
    na: wholeNumber({
      minimum: -MAX_SEQUENCE,
      maximum: MAX_SEQUENCE,
      message: 'na must be a whole number: volgende of the previous page.',
    })
      .optional()
      .describe('The cursor: `volgende` of the previous page. Default: the first page.'),
  }),
  answers: {
    200: {
      description: 'A page of deliveries.',
      schema: z
        .object({ bezorgingen: z.array(bezorging), volgende: z.int().nullable() })
        .meta({ id: 'BezorgingenPage' }),
      example: { bezorgingen: [BEZORGING], volgende: null },
    },
  },
  problems: ONBEKEND_PROBLEMS,
  async handle(ctx, { params, caller: { client }, query, refuse }) {
    const page = await findBezorgingenOfClient(ctx, { client, abonnementId: params.id, ...query })
    return page ? jsonResponse(page) : refuse('not_found')
  },
})

const herstelactie = z
  .object({
    id: z.uuid(),
    vanaf: z.iso.datetime(),
    aangemaaktOp: z.iso.datetime(),
    totaal: z.int().describe('The number of deliveries to send again.'),
    hersteld: z.int().describe('The number of those deliveries that are back in the queue.'),
    klaarOp: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Herstelactie' })

export const herstelLezen = operation({
  ...OF_BEZORGINGEN,
  on: 'GET /abonnementen/{id}/herstel',
  id: 'herstelLezen',
  summary: 'List the newest herstelacties and their progress',
  answers: {
    200: {
      description: 'The newest 20 herstelacties.',
      schema: z.array(herstelactie),
      example: [{ id: ABONNEMENT_ID, vanaf: MOMENT, aangemaaktOp: MOMENT, totaal: 12, hersteld: 12, klaarOp: MOMENT }],
    },
  },
  problems: ONBEKEND_PROBLEMS,
  async handle(ctx, { params, caller: { client }, refuse }) {
    const herstelacties = await findHerstelactiesOfClient(ctx, { client, abonnementId: params.id })
    return herstelacties ? jsonResponse(herstelacties) : refuse('not_found')
  },
})

export const herstelVragen = operation({
  ...OF_BEZORGINGEN,
  on: 'POST /abonnementen/{id}/herstel',
  id: 'herstelVragen',
  summary: 'Replay undelivered events since a moment',
  body: {
    schema: z
      .strictObject({
        /** RFC 3339; covers events that were logged at or after it */
        vanaf: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
      })
      .meta({ id: 'HerstelVerzoek' }),
    example: { vanaf: MOMENT },
  },
  answers: {
    202: {
      description: 'The herstel has begun.',
      schema: z.object({ id: z.uuid(), totaal: z.int() }).meta({ id: 'HerstelBegonnen' }),
      example: { id: ABONNEMENT_ID, totaal: 12 },
    },
  },
  problems: {
    ...ONBEKEND_PROBLEMS,
    ...STATUS_PROBLEMS,
    in_progress: {
      status: 409,
      detail: 'An earlier herstel of this abonnement has not finished.',
    },
  },
  async handle(ctx, { params, caller: { client }, actor, body, refuse }) {
    const requested = await requestHerstel(ctx, { client, actor, abonnementId: params.id, ...body })
    if (!requested.ok) return refuse(requested.reason)
    return jsonResponse({ id: requested.herstelactieId, totaal: requested.totaal }, { status: 202 })
  },
})

export const bezorgingHerhalen = operation({
  ...OF_BEZORGINGEN,
  on: 'POST /bezorgingen/{id}/herhaling',
  id: 'bezorgingHerhalen',
  summary: 'Send a delivery again',
  path: BEZORGING_PATH,
  answers: { 202: { description: 'The delivery will be sent again.' } },
  problems: {
    ...BEZORGING_ONBEKEND_PROBLEMS,
    ...STATUS_PROBLEMS,
    not_finished: { status: 409, detail: 'The delivery is in progress, or waits for an earlier one.' },
    purged: { status: 410, detail: 'The payload is past its retention period.' },
  },
  async handle(ctx, { params, caller: { client }, actor, refuse }) {
    const redelivered = await redeliver(ctx, { client, actor, bezorgingId: params.id })
    if (redelivered.ok) return new Response(null, { status: 202, headers: API_HEADERS })
    // An unreadable event gets the response of an unknown one, as in a request for the event itself.
    return refuse(redelivered.reason === 'not_readable' ? 'not_found' : redelivered.reason)
  },
})
