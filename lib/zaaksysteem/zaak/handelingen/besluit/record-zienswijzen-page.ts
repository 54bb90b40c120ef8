import { z } from 'zod'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { keuze } from '../velden.ts'
import { ontwerpOf } from './procedure.ts'

const texts = {
  uitleg: (uiterlijk: string) => [
    `Zienswijzen konden komen tot en met ${uiterlijk}.`,
    'Kwamen er geen? Dan beslist u binnen vier weken na die dag (Awb 3:18 lid 4). De fatale datum verandert dan. Maak ook bekend dat er geen kwamen.',
  ],
  gekomen: 'Kwamen er zienswijzen?',
  antwoorden: { ja: 'Ja', nee: 'Nee, geen' },
} as const

const { fout } = handelingen

/** Without a toelichting: the portal has a sentence for each answer. */
const zienswijzenForm = z.object({
  gekomen: z.enum(['ja', 'nee'], fout.kiesZienswijzen).transform((value) => value === 'ja'),
})

export const RECORD_ZIENSWIJZEN_PAGE = {
  titel: 'Vastleggen of zienswijzen kwamen',
  toets: '2',
  knop: 'Vastleggen',
  gedaan: 'Opgeslagen. De aanvrager ziet direct tot wanneer u beslist.',
  form: zienswijzenForm,
  uitleg: ({ zaak }) => {
    const { zienswijzenUiterlijk = '' } = ontwerpOf({ zaak, zaaktype: zaak.zaaktype }) ?? {}
    return texts.uitleg(shortDate(zienswijzenUiterlijk))
  },
  velden: () => [keuze('gekomen', texts.gekomen, optionsOf(texts.antwoorden))],
} as const satisfies Handelingspagina
