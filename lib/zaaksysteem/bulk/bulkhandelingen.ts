import { magErgens } from '../rechten/mag.ts'
import type { Refusal } from '../zaak/handelingen/handelingen.ts'

/** The acts that make sense for many zaken with one input. */
export const BULKHANDELINGEN = ['status', 'beslissen', 'opschorten', 'hervatten', 'verlengen'] as const

export type Bulkhandeling = (typeof BULKHANDELINGEN)[number]

/** The input of an act in a bulkopdracht, without the values that differ per zaak and without the actor. */
export type Invoer = Record<string, unknown> & { toelichting?: string; reden?: string }

/**
 * The reason why a zaak of a bulkopdracht was refused: a rule of its act, or
 * - `changed_meanwhile`: it changed after the preview
 * - `not_found`: it was removed
 * - `may_not_bulk`: the orderer lost that right
 * - `failed`: a fault of ours
 */
export type BulkReden = Refusal<Bulkhandeling> | 'changed_meanwhile' | 'not_found' | 'may_not_bulk' | 'failed'

/** True when somebody has the right coördineren for some team. The act checks it again for each zaak. */
export function mayDoBulk(behandelaar: { rollen: string[] }): boolean {
  return magErgens(behandelaar, 'coordineren')
}
