import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import type { WerkvoorraadFilter } from './werkvoorraad-filter.ts'

/**
 * Up to the end of the transaction, zaken are looked up in indexes: for the first rows of a list the planner would
 * otherwise expect to meet them early, and read all zaken when they come late. An index of texts gives its rows as a
 * bitmap, or not at all.
 */
export function lookUpZaken({ zoek }: Pick<WerkvoorraadFilter, 'zoek'>): string {
  return zoek ? `${LOOK_UP_IN_INDEXES}, set_config('enable_bitmapscan', 'on', true)` : LOOK_UP_IN_INDEXES
}
