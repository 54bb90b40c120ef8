import type { Handelingspagina } from '../handelingspagina.ts'
import { toelichtingForm, waarom } from '../velden.ts'

const texts = {
  uitleg: ['De aanvraag gaat dan door. De aanvrager ziet dat, en uw uitleg.'],
} as const

export const DECLINE_INTREKKING_PAGE = {
  titel: 'Verzoek om in te trekken afwijzen',
  toets: 'x',
  knop: 'Verzoek afwijzen',
  gedaan: 'Opgeslagen. De aanvraag gaat door. De aanvrager ziet direct waarom.',
  form: toelichtingForm,
  uitleg: () => texts.uitleg,
  velden: () => [waarom],
} as const satisfies Handelingspagina
