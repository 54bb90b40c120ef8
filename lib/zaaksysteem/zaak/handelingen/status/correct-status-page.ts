import type { Handelingspagina } from '../handelingspagina.ts'
import { toelichtingForm, waarom } from '../velden.ts'

const texts = {
  uitleg: (nu: string, straks: string) =>
    `De status ‘${nu}’ gaat terug naar ‘${straks}’. De aanvrager ziet beide en uw uitleg.`,
} as const

export const CORRECT_STATUS_PAGE = {
  titel: 'Status herstellen',
  toets: 'c',
  knop: 'Status herstellen',
  gedaan: 'Opgeslagen. De status is hersteld. De aanvrager ziet dit direct.',
  form: toelichtingForm,
  uitleg: ({ zaak }) => {
    const [last] = zaak.history
    return [
      texts.uitleg(last?.resultaatOmschrijving ?? last?.statusOmschrijving ?? '', last?.vorigeStatusOmschrijving ?? ''),
    ]
  },
  velden: () => [waarom],
} as const satisfies Handelingspagina
