import { isMessageRefusal } from '../message-refusal.ts'
import { type Outcome, type Poging, pauseOf } from './poging.ts'

/** Upper bounds of the histogram of durations of attempts. Longer ones fall in one further bucket. */
export const DUUR_GRENZEN_MS: readonly number[] = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000]

export function duurklasse(duurMs: number): number {
  const klasse = DUUR_GRENZEN_MS.findIndex((grensMs) => duurMs <= grensMs)
  return klasse === -1 ? DUUR_GRENZEN_MS.length : klasse
}

/** The time that a row of bezorgstatistiek covers. */
export const BUCKET_MS = 10_000

/** Totals of one abonnement over attempts, in the order in which they ended. */
type PogingTotals = {
  abonnementId: string
  geslaagd: number
  mislukt: number
  /** failures that only refused the message */
  geweigerd: number
  herhaald: number
  /** number of successes in each class of DUUR_GRENZEN_MS */
  duren: number[]
  /**
   * the claim time of the latest bezorging that showed the sink to be up, and of the latest that showed it to
   * be down
   */
  reactieGeclaimdOp: Date | null
  foutGeclaimdOp: Date | null
  /** when the first failure since the last success began */
  falendSinds: Date | null
  foutsoort: string | null
  /** the sink asked for a pause until this time */
  pauzeTot: Date | null
}

/** Counts attempts per abonnement, except those with `buitenSchema`. */
export function totalsOf(ended: readonly { poging: Poging; outcome: Outcome }[], now: Date): PogingTotals[] {
  const totals = new Map<string, PogingTotals>()
  for (const { poging, outcome } of ended) {
    if (outcome.buitenSchema) continue
    const { abonnementId } = poging.bezorging
    const total = totals.get(abonnementId) ?? emptyTotals(abonnementId)
    totals.set(abonnementId, total)
    count(total, poging, now)
  }
  return [...totals.values()]
}

function emptyTotals(abonnementId: string): PogingTotals {
  return {
    abonnementId,
    geslaagd: 0,
    mislukt: 0,
    geweigerd: 0,
    herhaald: 0,
    duren: Array.from({ length: DUUR_GRENZEN_MS.length + 1 }, () => 0),
    reactieGeclaimdOp: null,
    foutGeclaimdOp: null,
    falendSinds: null,
    foutsoort: null,
    pauzeTot: null,
  }
}

function count(total: PogingTotals, poging: Poging, now: Date) {
  const { bezorging, begonnenOp, duurMs, foutsoort } = poging
  if (bezorging.herhaling) total.herhaald++
  if (foutsoort === null) {
    total.geslaagd++
    const klasse = duurklasse(duurMs)
    total.duren[klasse] = (total.duren[klasse] ?? 0) + 1
    total.falendSinds = null
  } else {
    total.mislukt++
    total.falendSinds ??= begonnenOp
    total.foutsoort = foutsoort
  }
  const isRefusal = isMessageRefusal(poging)
  if (isRefusal) total.geweigerd++
  if (foutsoort === null || isRefusal) total.reactieGeclaimdOp = latest(total.reactieGeclaimdOp, bezorging.geclaimdOp)
  else total.foutGeclaimdOp = latest(total.foutGeclaimdOp, bezorging.geclaimdOp)
  const pauzeTot = pauseOf(poging, now)
  if (pauzeTot) total.pauzeTot = latest(total.pauzeTot, pauzeTot)
}

function latest(known: Date | null, at: Date): Date {
  return known && known > at ? known : at
}
