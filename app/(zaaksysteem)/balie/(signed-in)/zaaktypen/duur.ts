import { Temporal } from 'temporal-polyfill'

/** @param duur ISO 8601, in days */
export function dagenOf(duur: string): number {
  return Temporal.Duration.from(duur).days
}

/** @param duur ISO 8601, in years */
export function jarenOf(duur: string): number {
  return Temporal.Duration.from(duur).years
}
