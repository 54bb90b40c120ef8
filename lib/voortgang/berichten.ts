import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Datums, fillDates } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { findStatus } from './find-status.ts'
import type { VoortgangStap, VoortgangStatus, VoortgangZaak } from './past-stappen.ts'
import { promisedDatums } from './promised-datums.ts'
import { stapZinnen } from './stap-zinnen.ts'
import { type Voortgang, voortgang } from './voortgang.ts'

/** What the citizen is told of one row of a zaak's history. */
export type Bericht = {
  versie: number
  /** what happened */
  titel: string
  /** what it means; empty when the title says all of it */
  uitleg: string
  /** what the citizen must or can do now, and until when; null when something newer says it, or it has passed */
  teDoen: string | null
  /** whether `teDoen` must be done */
  moetHandelen: boolean
  /** what `teDoen` asks to send */
  aanvullingen: ZaakResource['aanvullingen']
}

export type BerichtZaak = VoortgangZaak & {
  /** `yyyy-mm-dd` */
  uiterlijkeEinddatum: string
  besluit: ZaakResource['besluit']
}

type Stand = Voortgang & { datums: Datums; today: string }

const SETS_STATUS: readonly VoortgangStatus['soort'][] = ['registratie', 'statuswijziging', 'heropening', 'correctie']
const NO_PROMISE: Datums = { fataleDatum: null, bezwaardatum: null }

/**
 * A bericht for every row of the history, oldest first, as true now: of what has been taken back since it says so, and only
 * the newest one still promises a date or says that nothing need be done. Made of the steps and texts of the tijdlijn.
 */
export function berichten(zaak: BerichtZaak, { taal, now }: { taal: Taal; now: Date }): Bericht[] {
  const stand = voortgang(zaak)
  const withDates = { ...stand, ...promisedDatums(stand, { ...zaak, now }), today: dateInAmsterdam(now) }
  return zaak.statussen.map((status) => {
    const stap = stand.stappen.find(({ versie }) => versie === status.versie)
    const { versie } = status
    if (!stap) return { versie, ...texts(taal).berichten.onbekend, ...NOTHING_ASKED }
    const isNewest = status === zaak.statussen.at(-1)
    const datums = isNewest ? withDates.datums : NO_PROMISE
    const titel = titelOf(stap, taal)
    return {
      versie,
      titel,
      uitleg: uitlegOf(zaak, { stap, status, datums, taal }),
      ...askedOf(zaak, withDates, status, taal),
    }
  })
}

const NOTHING_ASKED = { teDoen: null, moetHandelen: false, aanvullingen: [] }

function titelOf({ soort, omschrijving }: VoortgangStap, taal: Taal): string {
  const titel = omschrijving[taal]
  return soort === 'teruggenomen' ? `${texts(taal).tijdlijn.teruggenomen} ${titel}` : titel
}

function uitlegOf(
  { zaaktype }: BerichtZaak,
  { stap, status, datums, taal }: { stap: VoortgangStap; status: VoortgangStatus; datums: Datums; taal: Taal },
): string {
  const t = texts(taal).berichten.uitleg
  const { soort } = stap
  if (soort === 'registratie' || soort === 'statuswijziging') {
    return fillDates(findStatus(zaaktype, status.statuscode)?.teksten.statustekst[taal] ?? '', datums, taal)
  }
  // what is asked, and by when, is something to do
  const zinnen = soort === 'aanvullingsverzoek' ? [] : stapZinnen(stap, taal)
  return [t[soort], ...zinnen].filter(Boolean).join(' ')
}

function askedOf(
  { statussen }: BerichtZaak,
  { stilstand, handeling, moetHandelen, afgerond, datums, today }: Stand,
  status: VoortgangStatus,
  taal: Taal,
): Pick<Bericht, 'teDoen' | 'moetHandelen' | 'aanvullingen'> {
  const t = texts(taal).antwoord
  const isLast = (isOf: (soort: VoortgangStatus['soort']) => boolean) =>
    status === statussen.findLast(({ soort }) => isOf(soort))
  if (stilstand?.soort === 'aanvulling' && isLast((soort) => soort === 'aanvullingsverzoek')) {
    const { tot, aanvullingen } = stilstand
    const teDoen = fillDates(tot < today ? t.aanvulling.voorbij : t.aanvulling.stuur, { tot }, taal)
    return { teDoen, moetHandelen: true, aanvullingen }
  }
  if (handeling && isLast((soort) => SETS_STATUS.includes(soort))) {
    return { teDoen: fillDates(handeling[taal], datums, taal), moetHandelen: !afgerond, aanvullingen: [] }
  }
  const nothing = !moetHandelen && !afgerond && isLast(() => true)
  return { ...NOTHING_ASKED, teDoen: nothing ? t.nietsTeDoen : null }
}
