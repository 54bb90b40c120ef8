import { Temporal } from 'temporal-polyfill'

export const EENHEDEN = ['W', 'M', 'D', 'Y'] as const
type Duur = { aantal: number; eenheid: (typeof EENHEDEN)[number] }

/** @param duur ISO 8601, in one unit */
export function partsOf(duur: string): Duur {
  return { aantal: Number(duur.slice(1, -1)), eenheid: duur.slice(-1) as Duur['eenheid'] }
}

/** @param duur ISO 8601, in years */
export function jarenOf(duur: string): number {
  return Temporal.Duration.from(duur).years
}
