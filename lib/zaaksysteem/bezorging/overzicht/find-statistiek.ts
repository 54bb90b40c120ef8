import { HOUR_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { TOTAL_TIMEOUT_MS } from '../../egress/request-sink.ts'
import { DUUR_GRENZEN_MS } from '../record/poging-totals.ts'

const HOURS = 24
const KWARTIER_MS = 15 * MINUTE_MS

type Statistiek24u = {
  /** attempts in the last 24 hours, by outcome */
  geslaagd24u: number
  mislukt24u: number
  /** between 0 and 1; null without attempts */
  succesratio: number | null
  /** over the attempts that delivered */
  p95Ms: number | null
}

/** `begin` is a full hour, UTC. The last hour of a chart is the current one. */
type Uur = { begin: Date; geslaagd: number; mislukt: number; p95Ms: number | null }

/** A sum over all abonnementen. `minuten`: the minutes of the kwartier that have passed. */
export type Kwartier = { begin: Date; minuten: number; geslaagd: number; mislukt: number; p95Ms: number | null }

type Sum = { geslaagd: number; mislukt: number; duren: number[] }

const SUMS = `
  sum(geslaagd)::int as geslaagd,
  sum(mislukt)::int as mislukt,
  ARRAY[${[...DUUR_GRENZEN_MS, 'above'].map((_, index) => `coalesce(sum(duren[${index + 1}]), 0)::int`).join(', ')}] as duren`

/** Returns the attempts of the last 24 hours per abonnement; of all abonnementen without `abonnementIds`. */
export async function findStatistiek24u(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  abonnementIds?: readonly string[],
): Promise<{ of(abonnementId: string): Statistiek24u }> {
  const since = new Date(clock().getTime() - HOURS * HOUR_MS)
  const { rows } = await pool.query<Sum & { id: string }>(
    `select abonnement_id as id, ${SUMS} from bezorgstatistiek
     where begin >= $1 ${abonnementIds ? 'and abonnement_id = any ($2)' : ''} group by abonnement_id`,
    abonnementIds ? [since, abonnementIds] : [since],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { of: (id) => toStatistiek(byId.get(id)) }
}

function toStatistiek({ geslaagd, mislukt, duren }: Sum = { geslaagd: 0, mislukt: 0, duren: [] }): Statistiek24u {
  const bezorgpogingen = geslaagd + mislukt
  return {
    geslaagd24u: geslaagd,
    mislukt24u: mislukt,
    succesratio: bezorgpogingen === 0 ? null : geslaagd / bezorgpogingen,
    p95Ms: p95Ms(duren),
  }
}

/** Returns the last 24 hours of an abonnement per hour, oldest first, including hours without attempts. */
export async function findUren(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  abonnementId: string,
): Promise<Uur[]> {
  const currentHour = Math.floor(clock().getTime() / HOUR_MS)
  const hours = Array.from({ length: HOURS }, (_, index) => new Date((currentHour - HOURS + 1 + index) * HOUR_MS))
  const { rows } = await pool.query<Sum & { begin: Date }>(
    `select date_trunc('hour', begin, 'UTC') as begin, ${SUMS} from bezorgstatistiek
     where abonnement_id = $1 and begin >= $2 group by 1`,
    [abonnementId, hours[0]],
  )
  const byTime = new Map(rows.map((row) => [row.begin.getTime(), row]))
  return hours.map((begin) => {
    const { geslaagd = 0, mislukt = 0, duren = [] } = byTime.get(begin.getTime()) ?? {}
    return { begin, geslaagd, mislukt, p95Ms: p95Ms(duren) }
  })
}

/** Returns the last 24 hours per kwartier, oldest first, with empty ones. The last kwartier is running. */
export async function findKwartieren({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<Kwartier[]> {
  const now = clock().getTime()
  const first = Math.floor(now / KWARTIER_MS) * KWARTIER_MS - HOURS * HOUR_MS + KWARTIER_MS
  const { rows } = await pool.query<Sum & { begin: Date }>(
    `select date_bin('15 minutes', begin, 'epoch') as begin, ${SUMS} from bezorgstatistiek where begin >= $1 group by 1`,
    [new Date(first)],
  )
  const byTime = new Map(rows.map((row) => [row.begin.getTime(), row]))
  return Array.from({ length: (HOURS * HOUR_MS) / KWARTIER_MS }, (_, index) => {
    const begin = first + index * KWARTIER_MS
    const { geslaagd = 0, mislukt = 0, duren = [] } = byTime.get(begin) ?? {}
    const minuten = Math.min(KWARTIER_MS, now - begin) / MINUTE_MS
    return { begin: new Date(begin), minuten, geslaagd, mislukt, p95Ms: p95Ms(duren) }
  })
}

/**
 * Returns the upper bound of the duration class with the 95th percentile.
 *
 * @param duren - attempts per class of DUUR_GRENZEN_MS
 * @returns null without attempts
 */
export function p95Ms(duren: readonly number[]): number | null {
  const total = duren.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const rank = Math.ceil((total * 95) / 100)
  let seen = 0
  const klasse = duren.findIndex((count) => {
    seen += count
    return seen >= rank
  })
  return DUUR_GRENZEN_MS[klasse] ?? TOTAL_TIMEOUT_MS
}
