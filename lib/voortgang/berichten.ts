import { tellsStatus } from '#lib/contract/event-types.ts'
import type { ZaakResource, ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Datums, fillDates } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { type Antwoord, antwoordOf, zinText } from '#lib/voortgang/antwoorden/antwoorden.ts'
import type { Beantwoord } from '#lib/voortgang/antwoorden/kennis.ts'
import { findStatus } from '#lib/voortgang/find-status.ts'
import { ASKS, type VoortgangStap, type VoortgangStatus, type VoortgangZaak } from '#lib/voortgang/past-stappen.ts'
import { promisedDatums } from '#lib/voortgang/promised-datums.ts'
import { meaningOf } from '#lib/voortgang/soorten.ts'
import { dagZin, stapZinnen } from '#lib/voortgang/stap-zinnen.ts'
import { isOnvolledig, type Voortgang, voortgang } from '#lib/voortgang/voortgang.ts'

/**
 * True when a row of the history becomes a bericht, and may be mailed or pushed as the citizen prefers. A
 * status that the zaaktype marks as quiet does not, unless it closes the zaak; an unknown statuscode does.
 * The portal has the same rule in SQL, and a test compares the two.
 */
export function isBericht(
  { statustypen, resultaattypen }: ZaaktypeResource,
  { soort, statuscode }: Pick<VoortgangStatus, 'soort' | 'statuscode'>,
): boolean {
  const isQuiet = statustypen.some(
    ({ code, informeren, isEindstatus }) => code === statuscode && informeren === false && isEindstatus === false,
  )
  return soort !== 'statuswijziging' || !isQuiet || resultaattypen.some((type) => type.statuscode === statuscode)
}

/** The message to the citizen about one row of a zaak's history. */
export type Bericht = {
  versie: number
  /** the change in a few words */
  titel: string
  /** its meaning; empty when the title says all of it */
  uitleg: string
  /**
   * the task or the option of the citizen and its last day; null when a newer bericht has it, or it has
   * passed
   */
  teDoen: string | null
  /** true when `teDoen` must be done */
  moetHandelen: boolean
  /** the things that came, when the bericht is about a partial receipt */
  binnen: ZaakResource['aanvullingen']
  /** the things that `teDoen` asks to send */
  aanvullingen: ZaakResource['aanvullingen']
  /** the last day to send them, `yyyy-mm-dd`; null when nothing is asked, or that day has passed */
  sturenTot: string | null
}

export type BerichtZaak = VoortgangZaak &
  Beantwoord & {
    /** the day on which the aanvraag was received, `yyyy-mm-dd`; can lie before its registration */
    startdatum: string
  }

type Stand = Voortgang & { datums: Datums; isNewest: boolean; nu: Antwoord }

/** Kinds of change that the text of their status explains. */
const EXPLAINED: readonly VoortgangStap['soort'][] = ['registratie', 'statuswijziging', 'correctie']
const NO_PROMISE: Datums = { fataleDatum: null, bezwaardatum: null, beroepsdatum: null }

/**
 * Returns a bericht for every row of the history, oldest first, as true now: a row that was taken back says
 * so. Only the newest bericht that the citizen is told of promises a date, or says that nothing need be done.
 * The steps and texts are those of the tijdlijn, and a mail about a change uses them too.
 */
export function berichten(zaak: BerichtZaak, { taal, now }: { taal: Taal; now: Date }): Bericht[] {
  const stand = voortgang(zaak, dateInAmsterdam(now))
  const nu = antwoordOf(stand, zaak, { taal, now })
  const withDates = { ...stand, ...promisedDatums(stand, { ...zaak, now }), nu }
  const newest = zaak.statussen.findLast((status) => isBericht(zaak.zaaktype, status))
  return zaak.statussen.flatMap((status) => {
    const { versie } = status
    const stap = stand.stappen.find((one) => one.versie === versie)
    if (!stap) return []
    const isNewest = status === newest
    const datums = isNewest ? withDates.datums : NO_PROMISE
    const titel = titelOf(stap, taal)
    const feiten = isNewest ? nu.feiten.map((zin) => zinText(zin, taal)) : []
    const uitleg = [uitlegOf({ ...zaak, zaaktype: stand.zaaktype }, { stap, status, datums, nu, taal }), ...feiten]
      .filter(Boolean)
      .join(' ')
    return [{ versie, titel, uitleg, ...askedOf(zaak, { ...withDates, isNewest }, status, taal) }]
  })
}

const NOTHING_ASKED = { teDoen: null, moetHandelen: false, binnen: [], aanvullingen: [], sturenTot: null }

function titelOf({ soort, omschrijving }: VoortgangStap, taal: Taal): string {
  const titel = omschrijving[taal]
  return soort === 'teruggenomen' ? `${texts(taal).tijdlijn.teruggenomen} ${titel}` : titel
}

function uitlegOf(
  { zaaktype, startdatum, statussen }: BerichtZaak,
  {
    stap,
    status,
    datums,
    nu,
    taal,
  }: { stap: VoortgangStap; status: VoortgangStatus; datums: Datums; nu: Antwoord; taal: Taal },
): string {
  const { beslist, teruggenomen } = texts(taal).berichten
  const { soort } = stap
  const statustekst = EXPLAINED.includes(soort) ? findStatus(zaaktype, status.statuscode).teksten.statustekst[taal] : ''
  const uiterlijk = soort === 'registratie' && !statustekst.includes('{fataleDatum}') ? beslist : ''
  // `teDoen` says what is asked and by when
  const zinnen = ASKS.some((one) => one === soort) ? [dagZin(stap, taal)] : stapZinnen(stap, nu, taal)
  const next = statussen[statussen.indexOf(status) + 1]
  const uitleg = soort === 'teruggenomen' ? teruggenomen : meaningOf({ ...status, soort }, stap, next)[taal]
  const dated = [uitleg, statustekst, uiterlijk].map((text) => fillDates(text, { ...datums, startdatum }, taal))
  return [...dated, ...zinnen].filter(Boolean).join(' ')
}

function askedOf(
  { statussen }: BerichtZaak,
  { stilstand, ontbreekt, teDoen, afgerond, onbekend, datums, isNewest, nu }: Stand,
  status: VoortgangStatus,
  taal: Taal,
): Omit<Bericht, 'versie' | 'titel' | 'uitleg'> {
  const t = texts(taal).antwoord
  const { nogTeSturen } = nu
  const isVoorbij = nu.rij === 'aanvullingVoorbij'
  const gevolgen = nu.gevolgen.map((zin) => zinText(zin, taal))
  const isLast = (isOf: (soort: VoortgangStatus['soort']) => boolean) =>
    status === statussen.findLast(({ soort }) => isOf(soort))
  if (
    stilstand?.soort === 'aanvulling' &&
    isOnvolledig(stilstand.aanvullingen) &&
    isLast((soort) => ASKS.includes(soort))
  ) {
    const { tot, aanvullingen } = stilstand
    const asked = fillDates(isVoorbij ? t.aanvulling.voorbij.laatsteDag : t.aanvulling.stuur, { tot }, taal)
    if (nu.rij === 'aanvullingGemeld') return { ...NOTHING_ASKED, teDoen: gezegd(nu, taal) }
    const binnen = aanvullingen.filter((one) => one.ontvangenOp && status.soort === 'aanvulling_deel_ontvangen')
    if (!isVoorbij) return { binnen, teDoen: asked, moetHandelen: true, aanvullingen: nogTeSturen, sturenTot: tot }
    const teDoen = [asked, ...gevolgen].join(' ')
    return { ...NOTHING_ASKED, teDoen, moetHandelen: true, aanvullingen: nogTeSturen }
  }
  if (stilstand?.wachtOpAanvrager && isLast((soort) => soort === 'opschorting')) {
    const { wachtOpU, watNu } = t.opschorting
    return { ...NOTHING_ASKED, teDoen: `${wachtOpU} ${watNu}`, moetHandelen: true }
  }
  if (teDoen && isLast(tellsStatus)) {
    return { ...NOTHING_ASKED, teDoen: fillDates(teDoen[taal], datums, taal), moetHandelen: !afgerond }
  }
  if (isNewest && !stilstand && nu.rij === 'aanvullingGemeld') return { ...NOTHING_ASKED, teDoen: gezegd(nu, taal) }
  if (isNewest && ontbreekt.length > 0 && nogTeSturen.length > 0) {
    const asked = isVoorbij ? gevolgen.join(' ') : t.aanvulling.ontbreekt
    return { ...NOTHING_ASKED, teDoen: asked, moetHandelen: isVoorbij, aanvullingen: nogTeSturen }
  }
  const nothing = isNewest && nu.toon !== 'teDoen' && !afgerond && !onbekend
  return { ...NOTHING_ASKED, teDoen: nothing ? t.nietsTeDoen : null }
}

function gezegd({ kop, zinnen }: Antwoord, taal: Taal): string {
  return [kop, ...zinnen].map((zin) => zinText(zin, taal)).join(' ')
}
