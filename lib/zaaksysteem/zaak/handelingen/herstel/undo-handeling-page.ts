import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { toelichtingForm, waarom } from '../velden.ts'

const texts = {
  uitleg: (handeling: string) =>
    `‘${handeling}’ wordt teruggedraaid. De termijn en de datums zijn dan weer zoals ervoor. De aanvrager ziet beide en uw uitleg.`,
} as const

export const UNDO_HANDELING_PAGE = {
  titel: 'Laatste handeling terugdraaien',
  toets: 'z',
  knop: 'Terugdraaien',
  gedaan: 'Opgeslagen. De handeling is teruggedraaid. De aanvrager ziet dit direct.',
  form: toelichtingForm,
  uitleg: ({ zaak }) => [texts.uitleg(wijzigingen[zaak.history[0]?.soort ?? 'herstel'].verloop ?? '')],
  velden: () => [waarom],
} as const satisfies Handelingspagina
