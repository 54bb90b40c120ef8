import { addToDate } from '#lib/platform/calendar.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { ZaakDetail } from '../../detail/find-zaak-detail.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { resumed } from '../rules.ts'
import { opForm, toelichting, vandaag } from '../velden.ts'

const texts = {
  straks: (streef: string, fataal: string) =>
    `Loopt de termijn vandaag weer? Dan wordt de streefdatum ${streef} en de fatale datum ${fataal}.`,
  op: 'De termijn loopt weer vanaf',
  opHint: 'Kwam een zienswijze van een ander (Woo 4.4)? Vul dan de dag daarna in.',
} as const

/** The start and the last day of a suspension, and whether the term resumes by itself. */
export function stilstandOf({ opschorting, opgeschortOp, opgeschortTot }: ZaakDetail): string {
  const vanaf = shortDate(addToDate(opgeschortOp as string, 'P1D'))
  const text = opschorting === 'instemming' ? handelingen.uitgesteld : handelingen.staatStil
  return text(vanaf, shortDate(opgeschortTot as string))
}

export const RESUME_ZAAK_PAGE = {
  titel: 'Termijn hervatten',
  toets: 'h',
  knop: 'Termijn hervatten',
  gedaan: 'Opgeslagen. De termijn loopt weer. De aanvrager ziet de nieuwe datum direct.',
  form: opForm,
  uitleg: ({ zaak, today }) => {
    const { einddatumGepland, uiterlijkeEinddatum } = { ...zaak, ...resumed(zaak, zaak.zaaktype, today) }
    return [stilstandOf(zaak), texts.straks(shortDate(einddatumGepland), shortDate(uiterlijkeEinddatum))]
  },
  velden: ({ today }) => [{ soort: 'datum', ...labelled(texts, 'op'), gebruikelijk: vandaag(today) }, toelichting],
} as const satisfies Handelingspagina
