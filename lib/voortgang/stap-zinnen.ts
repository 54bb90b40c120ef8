import { fillDates, writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { VoortgangStap } from './past-stappen.ts'

/** The day that counts, when it lies before that of the step; empty when it does not. */
export function dagZin(
  { soort, gebeurdOp }: Pick<VoortgangStap, 'soort'> & { gebeurdOp?: string | null },
  taal: Taal,
): string {
  const { ingetrokkenOp, verstuurdOp } = texts(taal).tijdlijn
  return gebeurdOp ? (soort === 'statuswijziging' ? ingetrokkenOp : verstuurdOp)(writtenDate(gebeurdOp, taal)) : ''
}

/** What a step did to the term, a sentence each: since when, why it stands still and until when, and the old and the new date. */
export function stapZinnen(
  stap: VoortgangStap,
  { today, taal }: { /** `yyyy-mm-dd` */ today: string; taal: Taal },
): string[] {
  const { soort, reden, tot, eindigtVanzelf, termijn } = stap
  const t = texts(taal).tijdlijn
  const lasts = eindigtVanzelf ? t.duurtTot : t.verwachtTot
  const until = soort === 'aanvullingsverzoek' ? t.stuurUiterlijk : lasts
  return [
    dagZin(stap, taal),
    reden ? t.reden(reden[taal]) : '',
    tot && tot >= today ? until(writtenDate(tot, taal)) : '',
    termijn ? termijnText(termijn, taal) : '',
  ].filter(Boolean)
}

/** The new date is a promise only while it holds. */
function termijnText({ oud, nieuw, geldt }: NonNullable<VoortgangStap['termijn']>, taal: Taal): string {
  const t = texts(taal).tijdlijn
  if (!geldt && oud === nieuw) return t.datumBleef(writtenDate(nieuw, taal))
  const became = (geldt ? t.uHoort : t.datumWerd)(writtenDate(nieuw, taal))
  return fillDates(`${became} ${t.eerst}`, { oud: oud === nieuw ? null : oud }, taal)
}
