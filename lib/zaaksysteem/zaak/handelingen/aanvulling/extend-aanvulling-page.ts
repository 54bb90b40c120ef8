import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, toelichting, toelichtingForm, tweeWeken } from '../velden.ts'

const texts = {
  uitleg: (tot: string) => [
    `De laatste dag om te sturen wat u vroeg is nu ${tot}. Geef alleen meer tijd zolang die dag niet voorbij is.`,
    'De termijn staat dan hoogstens stil tot en met de nieuwe dag (Awb 4:15).',
  ],
  uiterlijk: 'Nieuwe laatste dag',
} as const

const uiterlijkForm = toelichtingForm.extend({ uiterlijk: datum })

export const EXTEND_AANVULLING_PAGE = {
  titel: 'Meer tijd geven',
  toets: 'u',
  knop: 'Meer tijd geven',
  gedaan: 'Opgeslagen. De aanvrager ziet de nieuwe laatste dag direct.',
  form: uiterlijkForm,
  uitleg: ({ zaak }) => texts.uitleg(shortDate(zaak.opgeschortTot as string)),
  velden: ({ opgeschortTot, today }) => [
    {
      soort: 'datum',
      ...labelled(texts, 'uiterlijk'),
      gebruikelijk: tweeWeken(opgeschortTot ?? today, handelingen.gebruikelijk.tweeWekenErbij),
    },
    toelichting,
  ],
} as const satisfies Handelingspagina
