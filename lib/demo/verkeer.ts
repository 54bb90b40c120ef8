import { z } from 'zod'

export const MOST_PER_SECONDE = 200
/** How many seconds it shows. */
export const SHOWN_METINGEN = 60

/** The ids of its zaken (UUID v7) are all of this moment, and of no other zaak: what shows the others can leave them out. */
export const VERKEER_MOMENT = Date.UTC(2025, 7, 1)
export const VERKEER_IDS = {
  gte: '019862ed-ac00-7000-8000-000000000000',
  lte: '019862ed-ac00-7fff-bfff-ffffffffffff',
} as const

/** `PUT /api/demo/verkeer`: how many changes a second are asked for; 0 is off. */
export const verkeerVerzoek = z.object({ perSeconde: z.int().min(0).max(MOST_PER_SECONDE) })

/** Milliseconds that half and 95 % of what ended in a second stayed within; null when nothing did. */
const percentielen = z.object({ p50: z.number(), p95: z.number() }).nullable()

/** What was measured of one second. */
const meting = z.object({
  op: z.iso.datetime(),
  gemaakt: z.int(),
  ontvangen: z.int(),
  gezien: z.int(),
  /** made, and not received by the portal, at the end of that second */
  wachtrij: z.int(),
  /** from the commit until the message reached the portal, by the portal's own record */
  totOntvangst: percentielen,
  /** from the commit until an open page of the citizen was told */
  totPagina: percentielen,
  /** processor time of each process in % of one core; empty where that cannot be read */
  cpu: z.record(z.string(), z.number()),
})

/** `GET /api/demo/verkeer`, which also keeps the traffic going. Counts are since it was last set on from off. */
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
