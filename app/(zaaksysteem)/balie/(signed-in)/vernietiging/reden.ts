import { storableText } from '#lib/ui/form/fields.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'

/** The length that the columns allow. */
const MAX_REDEN = 1000

const { fout } = vernietiging

/** The reason for keeping or destroying something. */
export const reden = storableText(MAX_REDEN, fout).min(1, fout.leeg)
