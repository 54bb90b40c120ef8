import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { fillDates } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { isTeLaat } from '#lib/voortgang/promised-datums.ts'
import { type Stilstand, voortgang } from '#lib/voortgang/voortgang.ts'

/** What a list says of a zaak: where it stands, what asks for attention, and the one date that matters most now. */
export type ZaakSummary = {
  antwoord: string
  moetHandelen: boolean
  isNieuw: boolean
  /** `date` is `yyyy-mm-dd` */
  datum: { kind: 'afgerondOp' | 'aanvullenVoor' | 'staatStil' | 'hadBeslist' | 'beslist'; date: string }
}

export function summarizeZaak(zaak: ZaakVanBurger, { taal, now }: { taal: Taal; now: Date }): ZaakSummary {
  const { antwoord, moetHandelen, stilstand } = voortgang(zaak)
  const datums = { fataleDatum: zaak.uiterlijkeEinddatum, bezwaardatum: zaak.besluit?.uiterlijkeReactiedatum ?? null }
  return {
    antwoord: fillDates(antwoord[taal], datums, taal),
    moetHandelen,
    isNieuw: zaak.versie > zaak.gezienVersie,
    datum: dateOf(zaak, stilstand, dateInAmsterdam(now)),
  }
}

function dateOf(
  { einddatum, uiterlijkeEinddatum }: ZaakVanBurger,
  stilstand: Stilstand | null,
  today: string,
): ZaakSummary['datum'] {
  if (einddatum) return { kind: 'afgerondOp', date: einddatum }
  if (stilstand?.soort === 'aanvulling') return { kind: 'aanvullenVoor', date: stilstand.tot }
  if (stilstand) return { kind: 'staatStil', date: stilstand.vanaf }
  return { kind: isTeLaat(uiterlijkeEinddatum, today) ? 'hadBeslist' : 'beslist', date: uiterlijkeEinddatum }
}
