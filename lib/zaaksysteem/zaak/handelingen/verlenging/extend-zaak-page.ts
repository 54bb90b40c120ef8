import { z } from 'zod'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { maxVerlenging } from '../../../termijn/beslistermijn.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { toelichtingForm, verzonden, verzondenOp, waarom } from '../velden.ts'

const texts = {
  uitleg: (fataal: string, max: number, grondslag: string) =>
    `De fatale datum is nu ${fataal}. U mag één keer verlengen, met hoogstens ${max} dagen (${grondslag}).`,
  dagen: 'Aantal dagen',
  dagenHint: (max: number) => `Hoogstens ${max}.`,
} as const

const { fout } = handelingen

const verlengenForm = toelichtingForm.extend({
  ...verzonden,
  dagen: z.coerce.number(fout.geenAantal).pipe(z.int32(fout.geenAantal).positive(fout.geenAantal)),
})

export const EXTEND_ZAAK_PAGE = {
  titel: 'Termijn verlengen',
  toets: 'v',
  knop: 'Termijn verlengen',
  gedaan: 'Opgeslagen. De termijn is verlengd. De aanvrager ziet de nieuwe datum direct.',
  form: verlengenForm,
  uitleg: ({ zaak }) => {
    const { uiterlijkeEinddatum, zaaktype } = zaak
    const { grondslag = '' } = zaaktype.verlengingstermijn ?? {}
    return [texts.uitleg(shortDate(uiterlijkeEinddatum), maxVerlenging(zaak, zaaktype), grondslag)]
  },
  velden: ({ maxVerlenging, today }) => [
    verzondenOp(today),
    { soort: 'aantal', name: 'dagen', label: texts.dagen, hint: texts.dagenHint(maxVerlenging) },
    waarom,
  ],
} as const satisfies Handelingspagina
