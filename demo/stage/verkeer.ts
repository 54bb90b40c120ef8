import { z } from 'zod'

export const MOST_PER_SECONDE = 200
/** Number of seconds that the chart shows. */
export const SHOWN_METINGEN = 60

/**
 * The ids of its zaken (UUID v7) all have this moment, which no other zaak has, so that lists can leave them
 * out.
 */
export const VERKEER_MOMENT = Date.UTC(2025, 7, 1)
export const VERKEER_IDS = {
  gte: '019862ed-ac00-7000-8000-000000000000',
  lte: '019862ed-ac00-7fff-bfff-ffffffffffff',
} as const

/** `PUT /api/demo/verkeer`: the wanted changes per second; 0 is off. */
export const verkeerVerzoek = z.object({ perSeconde: z.int().min(0).max(MOST_PER_SECONDE) })

/** Milliseconds of the 50th and 95th percentile of a second; null without measurements. */
const percentielen = z.object({ p50: z.number(), p95: z.number() }).nullable()

/** The measurements of one second. */
const meting = z.object({
  op: z.iso.datetime(),
  gemaakt: z.int(),
  ontvangen: z.int(),
  gezien: z.int(),
  /** changes at the end of that second that the portal has not received */
  wachtrij: z.int(),
  /** from commit to receipt, as the portal recorded it */
  totOntvangst: percentielen,
  /** from commit to the hint on an open page of the citizen */
  totPagina: percentielen,
  /** processor time of each process in % of one core; empty when it cannot be read */
  cpu: z.record(z.string(), z.number()),
})

/** `GET /api/demo/verkeer`, which also keeps the traffic going. Counts start when it is switched on. */
export const verkeerStand = z.object({
  perSeconde: z.int(),
  /** when it ends by itself; null while it is off */
  eindigtOp: z.iso.datetime().nullable(),
  gemaakt: z.int(),
  /** changes that could not be made */
  mislukt: z.int(),
  ontvangen: z.int(),
  gezien: z.int(),
  wachtrij: z.int(),
  kernen: z.int(),
  /** oldest first */
  metingen: z.array(meting),
})

export type VerkeerStand = z.infer<typeof verkeerStand>
export type Meting = z.infer<typeof meting>
