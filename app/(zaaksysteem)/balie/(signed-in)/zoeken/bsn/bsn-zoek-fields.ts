import { z } from 'zod'
import { bsn } from '#lib/contract/zaak-resource.ts'
import { storableText, withoutGroups } from '#lib/ui/form/fields.ts'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import { DOELEN } from '#lib/zaaksysteem/zaak/betrokkene/find-zaken-of-bsn.ts'

const { fout } = betrokkene
const MAX_TOELICHTING = 200
const BSN_IN_TEXT = /\d{9}/

const bsnField = z
  .string()
  .transform(withoutGroups)
  .refine((digits) => bsn.safeParse(digits).success, fout.bsn)

export const bsnZoekForm = z
  .object({
    bsn: bsnField,
    doel: z.enum(DOELEN, fout.doel),
    toelichting: storableText(MAX_TOELICHTING, fout).refine(
      (text) => !BSN_IN_TEXT.test(withoutGroups(text)),
      fout.cijfers,
    ),
  })
  .refine(({ doel, toelichting }) => doel !== 'anders' || toelichting, {
    path: ['toelichting'],
    error: fout.toelichting,
  })

export const inzageForm = z.object({ bsn: bsnField })
