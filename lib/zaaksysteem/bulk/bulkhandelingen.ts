import type { Refusal } from '../zaak/handeling/handelingen.ts'

/** The acts that make sense for many zaken with one input. */
export const BULKHANDELINGEN = ['status', 'opschorten', 'hervatten', 'verlengen'] as const

export type Bulkhandeling = (typeof BULKHANDELINGEN)[number]

/** The input of an act, as a bulkopdracht keeps it: without what differs by zaak, and who acts. */
export type Invoer = Record<string, unknown> & { toelichting?: string; reden?: string }

/**
 * Why a zaak of a bulkopdracht was refused: a rule of its act, or
 * - `changed_meanwhile`: since the preview
 * - `not_found`: it was removed
 * - `may_not_bulk`: whoever ordered it lost that right
 * - `failed`: our own trouble
 */
export type BulkReden = Refusal<Bulkhandeling> | 'changed_meanwhile' | 'not_found' | 'may_not_bulk' | 'failed'
