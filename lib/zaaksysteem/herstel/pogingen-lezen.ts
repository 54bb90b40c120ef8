import { z } from 'zod'
import { MOMENT } from '#lib/contract/beschrijving/event-schemas.ts'
import { foutsoort, headersOfSink } from '#lib/contract/webhook.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { wholeNumber } from '#lib/platform/openapi/whole-number.ts'
import { clientsOfEnvironment } from '../api/api-client.ts'
import { operation } from '../api/operation.ts'
import { readable } from '../bezorging/overzicht/find-bezorgingen.ts'
import { type BezorgpogingDetail, findPogingen } from '../bezorging/record/find-pogingen.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { eventText } from '../outbox/event-text.ts'
import { BEZORGING_ONBEKEND_PROBLEMS, BEZORGING_PATH, OF_BEZORGINGEN } from './herstel-operations.ts'

const PAGE_SIZE = 20
const MAX_NUMMER = 2_147_483_647

const FIND = `
  select bezorging.id::text as id, abonnement.sink, gebeurtenis.body
  from bezorging join abonnement on abonnement.id = abonnement_id join gebeurtenis on gebeurtenis.id = gebeurtenis_id
  where bezorging.id = $1 and abonnement.client = $2 and ${readable({ now: '$3', clients: '$4' })}`

/**
 * Returns the attempts of a client's bezorging; `undefined` if it has no such bezorging or may no longer read
 * its event.
 */
async function findPogingenOfClient(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock'>,
  { client, bezorgingId, na }: { client: string; bezorgingId: string; na: number | undefined },
): Promise<{ pogingen: BezorgpogingDetail[]; volgende: number | null } | undefined> {
  const { rows } = await ctx.pool.query<{ id: string; sink: string; body: string | null }>(FIND, [
    bezorgingId,
    client,
    ctx.clock(),
    clientsOfEnvironment(ctx.env),
  ])
  const [bezorging] = rows
  if (!bezorging) return undefined
  const body = bezorging.body && eventText(ctx, bezorging.body)
  const found = await findPogingen(ctx, { ...bezorging, body }, { before: na, limit: PAGE_SIZE + 1 })
  const pogingen = found.slice(0, PAGE_SIZE)
  return { pogingen, volgende: found.length > PAGE_SIZE ? (pogingen.at(-1)?.nummer ?? null) : null }
}

const poging = z
  .object({
    nummer: z.int().describe('The number of the attempt, from 1.'),
    handmatig: z.boolean().describe('True when a herhaling or a herstel requested the attempt.'),
    begonnenOp: z.iso.datetime(),
    duurMs: z.int(),
    httpStatus: z.int().nullable().describe('The HTTP status of the response; null when the sink did not answer.'),
    foutsoort,
    foutdetail: z.string().nullable().describe('The exact error, such as `CERT_HAS_EXPIRED`, if known.'),
    requestHeaders: z
      .record(z.string(), z.string())
      .describe('The request headers as sent. `…` replaces a secret, such as a signature or a token.'),
    responseHeaders: headersOfSink.nullable(),
    responseBody: z.string().nullable().describe('The first 4096 bytes of the response body, as text.'),
    responseAfgekapt: z.boolean().describe('True when the response body was longer.'),
  })
  .meta({ id: 'Bezorgpoging' })

export const pogingenLezen = operation({
  ...OF_BEZORGINGEN,
  on: 'GET /bezorgingen/{id}/pogingen',
  id: 'pogingenLezen',
  summary: 'List the attempts of a delivery',
  description: `Returns the newest attempt first, at most ${PAGE_SIZE} on a page. \`volgende\` is the cursor for \`na\` of the next page; null on the last page. Old attempts are deleted, so there may be fewer than \`pogingen\` of the delivery.`,
  path: BEZORGING_PATH,
  query: z.object({
    na: wholeNumber({
      minimum: 0,
      maximum: MAX_NUMMER,
      message: `na must be a nummer: a whole number from 0 to ${MAX_NUMMER}.`,
    })
      .optional()
      .describe('The cursor: `volgende` of the previous page. Default: the first page.'),
  }),
  answers: {
    200: {
      description: 'A page of attempts.',
      schema: z.object({ pogingen: z.array(poging), volgende: z.int().nullable() }).meta({ id: 'BezorgpogingenPage' }),
      example: {
        pogingen: [
          {
            nummer: 1,
            handmatig: false,
            begonnenOp: MOMENT,
            duurMs: 31,
            httpStatus: 503,
            foutsoort: 'http_5xx',
            foutdetail: null,
            requestHeaders: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
            responseHeaders: { 'retry-after': '120' },
            responseBody: 'Down for maintenance.',
            responseAfgekapt: false,
          },
        ],
        volgende: null,
      },
    },
  },
  problems: BEZORGING_ONBEKEND_PROBLEMS,
  async handle(ctx, { params, caller: { client }, query, refuse }) {
    const page = await findPogingenOfClient(ctx, { client, bezorgingId: params.id, na: query.na })
    return page ? jsonResponse(page) : refuse('not_found')
  },
})
