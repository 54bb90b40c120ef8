import type { StatusResource, Tweetalig, ZaakResource, ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { inBothTalen } from '#lib/ui/texts/texts.ts'
import { findStatus } from './find-status.ts'
import { soortenWith, takesBack, tekstenOf } from './soorten.ts'

type Soort = StatusResource['soort']

/** A row of the history, with its moment as a Date. */
export type VoortgangStatus = Omit<StatusResource, 'gebeurtenisId' | 'datumStatusGezet' | 'einddatumGepland'> & {
  datumStatusGezet: Date
}

export type VoortgangZaak = {
  zaaktype: ZaaktypeResource
  statuscode: string
  /** oldest first */
  statussen: readonly VoortgangStatus[]
  opschorting: ZaakResource['opschorting']
  /** the things that are asked now, or did not come before their last day */
  aanvullingen: ZaakResource['aanvullingen']
  /** oldest first */
  besluiten: ZaakResource['besluiten']
  vanRechtswege: ZaakResource['vanRechtswege']
  doorzending: ZaakResource['doorzending']
}

type Zaak = VoortgangZaak & {
  /** true when the zaak is known to be open, so that its term can still end */
  isOpen: boolean
}

export type VoortgangStap = {
  toestand: 'klaar' | 'komt'
  /** `teruggenomen`: a status that was set by mistake */
  soort: Soort | 'teruggenomen'
  omschrijving: Tweetalig
  /** null when it is still to come */
  datumStatusGezet: Date | null
  /** the day that counts, `yyyy-mm-dd`, when it is before that of `datumStatusGezet` */
  gebeurdOp?: string
  statustoelichting: string | null
  /** null when it is still to come */
  versie: number | null
  /** the reason of an opschorting */
  reden?: Tweetalig
  /** true while the term stands still by this step, and for the last step that says what is asked */
  staatStil?: boolean
  /** set by a step that moved the fatale datum; `geldt` is true while nothing moved it since */
  termijn?: { oud: string | null; nieuw: string; geldt: boolean }
}

/** Kinds of change that suspend the term. */
export const STOPS = soortenWith(({ termijn }) => termijn === 'stopt')
/** The newest change of these kinds says what is asked, and until when. */
export const ASKS: readonly Soort[] = ['aanvullingsverzoek', 'aanvulling_verlengd', 'aanvulling_deel_ontvangen']
const MOVES = soortenWith(({ termijn }) => termijn === 'schuift')

/** Returns the steps of the history. A status that was skipped is not among them. */
export function pastStappen(zaak: Zaak): VoortgangStap[] {
  const { statussen } = zaak
  const stappen: VoortgangStap[] = []
  for (const [index, status] of statussen.entries()) {
    const previous = statussen[index - 1]
    const { teksten, isClosed } = findStatus(zaak.zaaktype, status.statuscode)
    // sent on as a whole, the zaak ends with a resultaat of the zaaktype
    const soort = status.soort === 'doorzending' && isClosed ? 'statuswijziging' : status.soort
    if (soort === 'registratie' || soort === 'statuswijziging') {
      stappen.push(reachedStap({ ...status, soort }, teksten.omschrijving))
    } else {
      if (takesBack(status)) takeBack(stappen, status)
      const details = detailsOf(zaak, status, previous)
      const { stap } = tekstenOf(soort, details.termijn !== undefined)
      const omschrijving = stap ?? hersteldNaar(zaak, status)
      stappen.push({ ...reachedStap(status, omschrijving), ...details })
    }
  }
  takeBackGrants(stappen, zaak)
  return stappen
}

/** Marks a grant by law as taken back when later rows show that there was none: no row of its own says so. */
function takeBackGrants(stappen: VoortgangStap[], { vanRechtswege, besluiten }: Zaak) {
  const isGiven = vanRechtswege !== null || besluiten.some((besluit) => besluit.vanRechtswege)
  // the newest row can be ahead of the zaak, which is fetched later
  const given = stappen.filter((stap, index) => stap.soort === 'van_rechtswege_verleend' && stappen[index + 1])
  const last = isGiven ? stappen.findLast(({ soort }) => soort === 'van_rechtswege_verleend') : undefined
  for (const stap of given) if (stap !== last) stap.soort = 'teruggenomen'
}

/** Takes back the step before: its effect on the term no longer holds. */
function takeBack(stappen: VoortgangStap[], { versie }: VoortgangStatus) {
  const wrong = stappen.findIndex((stap) => stap.versie === versie - 1)
  const taken = stappen[wrong]
  if (!taken) return
  const { termijn: _, staatStil: __, gebeurdOp: ___, ...rest } = taken
  stappen[wrong] = { ...rest, soort: 'teruggenomen' }
}

function hersteldNaar({ zaaktype }: Zaak, { statuscode }: VoortgangStatus): Tweetalig {
  const { position, teksten } = findStatus(zaaktype, statuscode)
  return inBothTalen((t, taal) => t.tijdlijn.hersteld(position === null ? undefined : teksten.omschrijving[taal]))
}

function detailsOf(
  { zaaktype, statussen, opschorting, isOpen }: Zaak,
  status: VoortgangStatus,
  previous: VoortgangStatus | undefined,
): Partial<VoortgangStap> {
  const { soort, reden, uiterlijkeEinddatumAfdoening: nieuw } = status
  const counts = statussen.filter(
    (_, index) => !statussen[index + 1] || !takesBack(statussen[index + 1] as VoortgangStatus),
  )
  const isLast = (is: (other: VoortgangStatus) => boolean) => status === counts.findLast(is)
  const stops = (other: VoortgangStatus) => (opschorting?.soort === 'aanvulling' ? ASKS : STOPS).includes(other.soort)
  const moves = (other: VoortgangStatus) => movesTermijn(other, statussen[statussen.indexOf(other) - 1])
  if (STOPS.includes(soort) || ASKS.includes(soort)) {
    return {
      reden: zaaktype.opschortingsredenen.find(({ code }) => code === reden)?.omschrijving,
      ...(opschorting && isLast(stops) && { staatStil: true }),
    }
  }
  if (!moves(status) || !nieuw) return {}
  const isAhead = nieuw >= dateInAmsterdam(status.datumStatusGezet)
  const geldt = !opschorting && isOpen && isAhead && isLast(moves)
  return { termijn: { oud: previous?.uiterlijkeEinddatumAfdoening ?? null, nieuw, geldt } }
}

/** Corrected gegevens move the term only when it turned out to begin on another day. */
function movesTermijn(
  { soort, uiterlijkeEinddatumAfdoening }: VoortgangStatus,
  previous: VoortgangStatus | undefined,
): boolean {
  if (!MOVES.includes(soort)) return false
  return soort !== 'gegevenswijziging' || uiterlijkeEinddatumAfdoening !== previous?.uiterlijkeEinddatumAfdoening
}

function reachedStap(status: VoortgangStatus, omschrijving: Tweetalig) {
  const { soort, datumStatusGezet, gebeurdOp, statustoelichting, versie } = status
  const isEarlier = gebeurdOp && gebeurdOp < dateInAmsterdam(datumStatusGezet)
  const reached = { toestand: 'klaar', soort, omschrijving, datumStatusGezet, statustoelichting, versie } as const
  return { ...reached, ...(isEarlier && { gebeurdOp }) }
}

export function stapAhead(omschrijving: Tweetalig): VoortgangStap {
  return {
    toestand: 'komt',
    soort: 'statuswijziging',
    omschrijving,
    datumStatusGezet: null,
    statustoelichting: null,
    versie: null,
  }
}
