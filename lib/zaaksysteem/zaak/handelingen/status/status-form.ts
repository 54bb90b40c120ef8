import { z } from 'zod'
import { list } from '#lib/ui/form/fields.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { besluitdatums, confirmed, optionalDatum, toelichtingForm } from '../velden.ts'

const statusFields = toelichtingForm.extend({
  statustype: z.string(balie.fout.kiesStatus).regex(/^[\w-]{1,80}$/, balie.fout.kiesStatus),
  resultaat: z
    .string()
    .regex(/^[\w-]{0,80}$/, balie.fout.resultaatPastNiet)
    .optional(),
  ontwerpdatum: optionalDatum,
  einddatum: optionalDatum,
  ...besluitdatums,
  eerdereBesluiten: z.enum(['vervangen', 'handhaven', 'overnemen']).optional(),
  aanvullingBekeken: confirmed,
  /** hidden fields: the final status, and its resultaten that are a besluit */
  eindstatus: z.string().optional(),
  besluitresultaat: list(z.array(z.string())),
})

type StatusFields = z.output<typeof statusFields>

const closes = ({ statustype, eindstatus }: StatusFields) => statustype === eindstatus
const isBesluit = ({ resultaat, besluitresultaat }: StatusFields) => besluitresultaat.includes(resultaat ?? '')

/**
 * A resultaat that is a besluit needs the dates of a besluit; any other only the date on which the zaak
 * ended.
 */
export const statusForm = statusFields
  .superRefine((fields, { addIssue }) => {
    const { eerdereBesluiten, ...datums } = fields
    if (!closes(fields) || !isBesluit(fields) || eerdereBesluiten === 'overnemen') return
    for (const name of ['besluitdatum', 'bekendmakingsdatum'] as const) {
      if (!datums[name]) addIssue({ code: 'custom', path: [name], message: handelingen.fout.geenDatum })
    }
  })
  .transform((fields) => {
    const { eindstatus: _, besluitresultaat: __, einddatum, ...rest } = fields
    return { ...rest, einddatum: closes(fields) && !isBesluit(fields) ? einddatum : undefined }
  })
