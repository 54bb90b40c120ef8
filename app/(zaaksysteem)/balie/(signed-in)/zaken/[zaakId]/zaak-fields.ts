import { z } from 'zod'
import { storableText } from '#lib/ui/form/fields.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { vertrouwelijk as vertrouwelijkTexts } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { MAX_NOTITIE, MAX_REDEN_VERBETERING } from '#lib/zaaksysteem/zaak/notitie/add-notitie.ts'
import { MAX_REDEN } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/set-vertrouwelijk.ts'

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
