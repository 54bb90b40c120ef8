import { shortMoment } from '#lib/ui/text/dates.ts'
import type { ZaakDetail } from '../../detail/find-zaak-detail.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { toelichtingForm } from '../velden.ts'

const texts = {
  uitleg: (moment: string) => `De aanvrager vroeg op ${moment}:`,
  antwoord: 'Uw antwoord. Dit leest de aanvrager.',
} as const

/** Returns the unanswered question. */
export function openVraag({ inzendingen }: Pick<ZaakDetail, 'inzendingen'>) {
  return inzendingen.find(({ soort, beantwoordVersie }) => soort === 'vraag' && beantwoordVersie === null)
}

export const ANSWER_VRAAG_PAGE = {
  titel: 'Vraag beantwoorden',
  toets: 'q',
  knop: 'Verstuur het antwoord',
  gedaan: 'Opgeslagen. De aanvrager leest uw antwoord direct.',
  form: toelichtingForm,
  uitleg: ({ zaak }) => {
    const asked = openVraag(zaak)
    return asked ? [texts.uitleg(shortMoment(asked.tijdstip)), asked.tekst ?? ''] : []
  },
  velden: () => [{ soort: 'lang', name: 'toelichting', label: texts.antwoord }],
} as const satisfies Handelingspagina
