import { fillDates, writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { type Antwoord, zinText } from './antwoorden/antwoorden.ts'
import type { VoortgangStap } from './past-stappen.ts'

/** Names the day that counts when it lies before that of the step; else empty. */
export function dagZin(
  { soort, gebeurdOp }: Pick<VoortgangStap, 'soort'> & { gebeurdOp?: string | null },
  taal: Taal,
): string {
  const { ingetrokkenOp, verstuurdOp } = texts(taal).tijdlijn
  return gebeurdOp ? (soort === 'statuswijziging' ? ingetrokkenOp : verstuurdOp)(writtenDate(gebeurdOp, taal)) : ''
}

/** The part of the answer that the steps repeat, so that both name the same dates and tasks. */
export type Nu = Pick<Antwoord, 'stap' | 'nogTeSturen' | 'besluit' | 'hoortUiterlijk' | 'stilstand'>

/**
 * Returns the effects of a step on the term as sentences: reason, day, suspension, and the old and the new
 * date.
 */
export function stapZinnen(stap: VoortgangStap, nu: Nu, taal: Taal): string[] {
  const { reden, staatStil, termijn } = stap
  return [
    dagZin(stap, taal),
    reden ? texts(taal).tijdlijn.reden(reden[taal]) : '',
    staatStil && nu.stilstand ? zinText(nu.stilstand, taal) : '',
    termijn ? termijnText(termijn, nu, taal) : '',
  ].filter(Boolean)
}

/** The new date is a promise only while it holds. */
function termijnText({ oud, nieuw, geldt }: NonNullable<VoortgangStap['termijn']>, nu: Nu, taal: Taal): string {
  const t = texts(taal).tijdlijn
  const isPromise = geldt && nieuw === nu.hoortUiterlijk
  if (!isPromise && oud === nieuw) return t.datumBleef(writtenDate(nieuw, taal))
  const became = (isPromise ? t.uHoort : t.datumWerd)(writtenDate(nieuw, taal))
  return fillDates(`${became} ${t.eerst}`, { oud: oud === nieuw ? null : oud }, taal)
}
