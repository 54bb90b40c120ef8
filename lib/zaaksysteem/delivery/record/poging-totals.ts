import { DUUR_GRENZEN_MS, duurklasse } from './duur.ts'
import type { Outcome, Poging } from './poging.ts'

/** Time that a row of bezorgstatistiek covers. */
export const BUCKET_MS = 10_000

/** Totals of one abonnement over some attempts, which come in the order in which they ended. */
export type PogingTotals = {
  abonnementId: string
  geslaagd: number
  mislukt: number
  herhaald: number
  /** of the successes, in the classes of DUUR_GRENZEN_MS */
  duren: number[]
  /** when the latest success and the latest failure began */
  succesBegonnenOp: Date | null
  foutBegonnenOp: Date | null
  /** when the first failure since the last success began */
  falendSinds: Date | null
  foutsoort: string | null
}

/** Counts attempts per abonnement, except those with `buitenSchema`. */
export function totalsOf(ended: readonly { poging: Poging; outcome: Outcome }[]): PogingTotals[] {
  const totals = new Map<string, PogingTotals>()
  for (const { poging, outcome } of ended) {
    if (outcome.buitenSchema) continue
    const { abonnementId } = poging.bezorging
    const total = totals.get(abonnementId) ?? emptyTotals(abonnementId)
    totals.set(abonnementId, total)
    count(total, poging)
  }
  return [...totals.values()]
}

function emptyTotals(abonnementId: string): PogingTotals {
  return {
    abonnementId,
    geslaagd: 0,
    mislukt: 0,
    herhaald: 0,
    duren: Array.from({ length: DUUR_GRENZEN_MS.length + 1 }, () => 0),
    succesBegonnenOp: null,
    foutBegonnenOp: null,
    falendSinds: null,
    foutsoort: null,
  }
}

function count(total: PogingTotals, { bezorging, begonnenOp, duurMs, foutsoort }: Poging) {
  if (bezorging.herhaling) total.herhaald++
  if (foutsoort === null) {
    total.geslaagd++
    const klasse = duurklasse(duurMs)
    total.duren[klasse] = (total.duren[klasse] ?? 0) + 1
    total.succesBegonnenOp = latest(total.succesBegonnenOp, begonnenOp)
    total.falendSinds = null
  } else {
    total.mislukt++
    total.foutBegonnenOp = latest(total.foutBegonnenOp, begonnenOp)
    total.falendSinds ??= begonnenOp
    total.foutsoort = foutsoort
  }
}

function latest(known: Date | null, at: Date): Date {
  return known && known > at ? known : at
}
