import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { datedParts } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { type Antwoord, antwoordOf, zinText } from '#lib/voortgang/antwoorden/antwoorden.ts'
import type { Beantwoord } from '#lib/voortgang/antwoorden/kennis.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'

/** A zaak, with its request for withdrawal where that was looked up. */
export type ZaakInList = ZaakVanBurger & Pick<Beantwoord, 'wilIntrekken'>

/** The summary of a zaak in a list: its state, the attention it needs, and its one most important date. */
export type ZaakSummary = {
  antwoord: string
  /** an option of the citizen that is no task, such as objecting */
  kan: string | null
  /** the last day for `kan`, `yyyy-mm-dd`; null without one */
  kanTot: string | null
  moetHandelen: boolean
  isNieuw: boolean
  gewijzigdOp: Date
  datum: Antwoord['datum']
  /** true when `antwoord` or `kan` already names a date */
  noemtDatum: boolean
}

export function summarizeZaak(zaak: ZaakInList, { taal, now }: { taal: Taal; now: Date }): ZaakSummary {
  const stand = voortgang(zaak, dateInAmsterdam(now))
  const { kop, kan, kanTot, toon, datum } = antwoordOf(stand, zaak, { taal, now })
  return {
    antwoord: zinText(kop, taal),
    kan: kan && zinText(kan, taal),
    kanTot,
    moetHandelen: toon === 'teDoen',
    isNieuw: zaak.versie > zaak.gezienVersie,
    gewijzigdOp: zaak.bijgewerktOp,
    datum,
    noemtDatum: [kop, kan].some(
      (said) => said && datedParts(said.tekst, said.datums, taal).some(({ isDate }) => isDate),
    ),
  }
}
