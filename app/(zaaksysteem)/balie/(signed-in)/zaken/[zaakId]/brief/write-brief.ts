import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { missingCharacters, writePdf } from '#lib/platform/pdf/write-pdf.ts'
import { storableText } from '#lib/ui/form/fields.ts'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { briefBlokken } from './brief-blokken.ts'
import type { Brieftekst } from './nieuws-als-brief.ts'

const MAX_KOP = 100
const MAX_TEKST = 10_000

const text = (max: number) =>
  storableText(max, { teLang: texts.fout.teLang, teken: balie.fout.teken })
    .min(1, texts.fout.leeg)
    .superRefine((tekst, { addIssue }) => {
      const missing = missingCharacters(tekst)
      if (missing.length > 0) addIssue({ code: 'custom', message: texts.fout.ontbreekt(missing) })
    })

/** The fields of a letter. */
export const briefFields = z.object({
  kop: text(MAX_KOP).refine((kop) => ONE_LINE.test(kop), staff.eenRegel),
  tekst: text(MAX_TEKST),
})

/** Returns the letter as PDF. */
export function writeBrief(zaak: ZaakDetail, tekst: Brieftekst, now: Date): Promise<Buffer> {
  const { GEMEENTE_NAAM: auteur } = platformEnv()
  return writePdf({ titel: tekst.kop, auteur, op: now, blokken: briefBlokken(zaak, tekst, now) })
}
