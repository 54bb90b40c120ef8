import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { fillDates } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { type Reactie, reactiedatums } from '#lib/voortgang/besluiten.ts'
import { type Voortgang, voortgang } from '#lib/voortgang/voortgang.ts'

/** What a list says of a zaak: where it stands, what asks for attention, and the one date that matters most now. */
export type ZaakSummary = {
  antwoord: string
  moetHandelen: boolean
  isNieuw: boolean
  /** `date` is `yyyy-mm-dd` */
  datum: {
    kind: Reactie['soort'] | 'afgerondOp' | 'aanvullenVoor' | 'staatStil' | 'hadBeslist' | 'beslist' | 'geldtVanaf'
    date: string
  }
}

export function summarizeZaak(zaak: ZaakVanBurger, { taal, now }: { taal: Taal; now: Date }): ZaakSummary {
  const stand = voortgang(zaak)
  const { antwoord, moetHandelen, reacties } = stand
  const datums = { fataleDatum: zaak.uiterlijkeEinddatum, ...reactiedatums(reacties) }
  return {
    antwoord: fillDates(antwoord[taal], datums, taal),
    moetHandelen,
    isNieuw: zaak.versie > zaak.gezienVersie,
    datum: dateOf(zaak, stand, dateInAmsterdam(now)),
  }
}

function dateOf(
  { einddatum, uiterlijkeEinddatum, vanRechtswege }: ZaakVanBurger,
  { stilstand, reacties, geldt }: Voortgang,
  today: string,
): ZaakSummary['datum'] {
  const reactie = reacties.findLast(({ uiterlijk }) => uiterlijk >= today)
  if (einddatum && reactie) return { kind: reactie.soort, date: reactie.uiterlijk }
  if (einddatum) return { kind: 'afgerondOp', date: einddatum }
  if (stilstand?.soort === 'aanvulling') return { kind: 'aanvullenVoor', date: stilstand.tot }
  if (stilstand) return { kind: 'staatStil', date: stilstand.vanaf }
  const isPast = uiterlijkeEinddatum < today
  if (vanRechtswege) return { kind: 'geldtVanaf', date: vanRechtswege.ingangsdatum }
  // a zaak that was reopened: what was decided holds
  if (isPast && geldt.length > 0 && reactie) return { kind: reactie.soort, date: reactie.uiterlijk }
  return { kind: isPast ? 'hadBeslist' : 'beslist', date: uiterlijkeEinddatum }
}
