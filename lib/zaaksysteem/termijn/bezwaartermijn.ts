import { Temporal } from 'temporal-polyfill'
import { isVrijeDag } from './feestdagen.ts'

/** Awb 6:7. */
const BEZWAARTERMIJN = { weeks: 6 }

/**
 * The last day on which one can object to a decision, `yyyy-mm-dd`. The six weeks begin on the day after it was made known
 * (Awb 6:8), so they end on the weekday on which it was. A term that would end on a Saturday, Sunday or holiday goes on until
 * the next day that is none (Algemene termijnenwet 1).
 */
export function laatsteBezwaardag(bekendmakingsdatum: string): string {
  let last = Temporal.PlainDate.from(bekendmakingsdatum).add(BEZWAARTERMIJN)
  while (isVrijeDag(last)) last = last.add({ days: 1 })
  return last.toString()
}
