import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import type { Entered } from '../../../zaken/[zaakId]/form-state.ts'

/** The answer to filling in; `round` counts the answers, and makes the fields new. */
export type BulkState = { round: number; errors: FieldError[]; entered?: Entered }

export const INITIAL: BulkState = { round: 0, errors: [] }
