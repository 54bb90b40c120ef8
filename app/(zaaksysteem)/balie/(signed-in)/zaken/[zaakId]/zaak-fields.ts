import { z } from 'zod'
import { list, storableText } from '#lib/ui/form/fields.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { vertrouwelijk as vertrouwelijkTexts } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { MAX_NOTITIE, MAX_REDEN_VERBETERING } from '#lib/zaaksysteem/zaak/notitie/add-notitie.ts'
import { MAX_REDEN } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/set-vertrouwelijk.ts'

const MAX_TOELICHTING = 1000

const toelichting = storableText(MAX_TOELICHTING, balie.fout).default('')

/** A date with a year of four digits, which both PostgreSQL and JavaScript accept. */
export const datum = z.iso.date(handelingen.fout.geenDatum).regex(/^[1-9]/, handelingen.fout.geenDatum)

/** Empty, or absent when the browser hides the field. */
export const optionalDatum = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .pipe(datum.optional())

export const toelichtingForm = z.object({ toelichting })

/** The value of `ConfirmTick`: true or absent. */
export const confirmed = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? undefined : true))

export const besluitdatums = {
  besluitdatum: optionalDatum,
  bekendmakingsdatum: optionalDatum,
  terinzagedatum: optionalDatum,
  ingangsdatum: optionalDatum,
  vervaldatum: optionalDatum,
}

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

const { notitie } = behandeling
const { fout } = vertrouwelijkTexts

export const notitieForm = z.object({
  zaakId: z.uuid(),
  notitie: storableText(MAX_NOTITIE, notitie).min(1, notitie.leeg),
})

const { verbeteren } = notitie

export const verbeterForm = notitieForm.extend({
  notitieId: z.uuid(),
  reden: storableText(MAX_REDEN_VERBETERING, {
    teLang: verbeteren.redenTeLang,
    teken: notitie.teken,
  }).min(1, verbeteren.redenLeeg),
})

const reden = storableText(MAX_REDEN, fout).min(1, fout.leeg)

export const vertrouwelijkForm = z.object({
  zaakId: z.uuid(),
  vertrouwelijk: z.enum(['ja', 'nee']).transform((answer) => answer === 'ja'),
  reden,
})

export const internintrekkingForm = z.object({ zaakId: z.uuid(), document: z.uuid(), reden })
