import { tellsStatus } from '#lib/contract/event-types.ts'
import { nietLaatVanaf, type Tweetalig, type ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { writtenDate } from '#lib/ui/text/dates.ts'
import { inBothTalen } from '#lib/ui/texts/texts.ts'
import { type Wijzigingtekst, wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import { geldendeBesluiten, intrekkingOf, type Reactie, reactiesOf, vanRechtswegeTekst } from './besluiten.ts'
import { findStatus } from './find-status.ts'
import {
  pastStappen,
  STOPS,
  stapAhead,
  type VoortgangStap,
  type VoortgangStatus,
  type VoortgangZaak,
} from './past-stappen.ts'
import { meaningOf } from './soorten.ts'

export type Voortgang = {
  antwoord: Tweetalig
  statustekst: Tweetalig
  teDoen: Tweetalig | null
  /** what was decided and holds, while the zaak goes on; when it is closed its texts say so */
  geldt: Tweetalig[]
  /** from which day on, `yyyy-mm-dd`, what was decided ends that it is late; null while nothing does */
  nietLaatVanaf: string | null
  /** since when holds what was given by law, and the last day to make it known; null when nothing was, or that was done */
  vanRechtswege: Pick<NonNullable<ZaakResource['vanRechtswege']>, 'ingangsdatum' | 'bekendmakenUiterlijk'> | null
  /** that all of it, or a part, was sent on to another bestuursorgaan, and to which */
  doorzending: Tweetalig | null
  /** what one can do against what was decided */
  reacties: Reactie[]
  /** page that says how to object */
  bezwaarpagina: string | null
  /** why the term stands still; null when it runs */
  stilstand: Stilstand | null
  /** where the citizen brings or sends what is asked and has no form; null when the zaaktype does not say */
  inleveren: Tweetalig | null
  /** what was asked and did not come before its last day, though the term runs again */
  ontbreekt: ZaakResource['aanvullingen']
  /** the day, `yyyy-mm-dd`, on which was found that its last day had passed; null when another status was set since */
  verlopenOp: string | null
  /** what happened last, when that says more of the zaak than its status */
  gebeurd: Gebeurd | null
  moetHandelen: boolean
  afgerond: boolean
  /** our copy of the zaaktype lacks its statuscode: whether anything must be done, or it has ended, cannot be said */
  onbekend: boolean
  stappen: VoortgangStap[]
}

type Stilstand = NonNullable<ZaakResource['opschorting']> & {
  /** the first day on which the term stands still, `yyyy-mm-dd` */
  vanaf: string
  /** the term had not passed before it was suspended */
  staatStil: boolean
  /** after `tot` the term runs again, also before the zaaksysteem has said so */
  eindigtVanzelf: boolean
  /** the aanvrager is the reason (Awb 4:15 lid 2 b) */
  wachtOpAanvrager: boolean
  reden: Tweetalig | undefined
  aanvullingen: ZaakResource['aanvullingen']
}

/** What an act says on top of the page. */
type Gebeurd = {
  antwoord: Tweetalig
  uitleg: Tweetalig
  termijn: VoortgangStap['termijn']
  /** whether what the status means is still true beside it */
  zegtStatus: boolean
}

/** Where a zaak stands and how it got there, for its citizen. Pure, so that the desk can preview what the citizen will see. */
export function voortgang(zaak: VoortgangZaak): Voortgang {
  const { zaaktype, statuscode, statussen } = zaak
  const { isClosed, teksten, position } = findStatus(zaaktype, statuscode)
  const onbekend = position === null
  // the event that closes a zaak comes before the fetch that says that its term has ended
  const opschorting = isClosed ? null : zaak.opschorting
  const vanRechtswege = isClosed ? null : zaak.vanRechtswege
  const past = pastStappen({ ...zaak, opschorting, isOpen: !isClosed && !onbekend })
  const last = past.at(-1)
  if (last && !isClosed) last.toestand = 'nu'
  const intrekking = isClosed ? intrekkingOf(zaak.besluiten) : null
  const stop = past.findLast(({ soort }) => soort !== 'teruggenomen' && STOPS.includes(soort))
  const stopreden = statussen.find(({ versie }) => versie === stop?.versie)?.reden
  const fataleDatum = statussen.at(-1)?.uiterlijkeEinddatum
  const ahead = isClosed || onbekend ? [] : zaaktype.statustypen.slice(position + 1)
  const teDoen = intrekking || vanRechtswege ? null : teksten.handeling
  const ontbreekt = isClosed || onbekend || opschorting || vanRechtswege ? [] : zaak.aanvullingen
  const verlopen = past.findLast(({ soort }) => SETS_ASIDE.includes(soort))
  const verlopenOp =
    verlopen?.soort === 'aanvulling_verlopen' && verlopen.tijdstip ? dateInAmsterdam(verlopen.tijdstip) : null
  return {
    antwoord: teksten.antwoord,
    statustekst: teksten.statustekst,
    ...intrekking,
    teDoen,
    geldt:
      isClosed || onbekend
        ? []
        : [...vanRechtswegeTekst(vanRechtswege), ...geldendeBesluiten(zaak.besluiten, zaaktype)],
    nietLaatVanaf: vanRechtswege ? vanRechtswege.datum : nietLaatVanaf(zaak.besluiten),
    vanRechtswege,
    doorzending: doorzendingOf(zaak),
    reacties: reactiesOf(zaak.besluiten),
    bezwaarpagina: zaaktype.bezwaar,
    stilstand: opschorting && {
      ...opschorting,
      // Awb 4:15: from the day after
      vanaf: addToDate(opschorting.op, 'P1D'),
      staatStil: !fataleDatum || opschorting.op <= fataleDatum,
      eindigtVanzelf: opschorting.soort === 'aanvulling' || stop?.eindigtVanzelf === true,
      wachtOpAanvrager: zaaktype.opschortingsredenen.some(
        ({ code, grond }) => code === stopreden && grond === 'vertraging_aanvrager',
      ),
      reden: past.findLast(({ soort }) => soort === 'opschorting')?.reden,
      aanvullingen: zaak.aanvullingen,
    },
    inleveren: zaaktype.inleveren,
    ontbreekt,
    verlopenOp,
    gebeurd: gebeurdOf(past, statussen),
    moetHandelen:
      !isClosed &&
      (teDoen !== null || opschorting?.soort === 'aanvulling' || (verlopenOp !== null && ontbreekt.length > 0)),
    afgerond: isClosed,
    onbekend,
    stappen: [...past, ...ahead.map(({ omschrijving }) => stapAhead(omschrijving))],
  }
}

/** After another status, what did not come in time is no longer what the zaak waits for. */
const SETS_ASIDE: readonly VoortgangStap['soort'][] = [
  'aanvulling_verlopen',
  'statuswijziging',
  'correctie',
  'heropening',
]

/** The newest act that speaks for itself, unless a status was set after it; a step that was taken back does not. */
function gebeurdOf(past: VoortgangStap[], statussen: readonly VoortgangStatus[]): Gebeurd | null {
  const stap = past.findLast(
    ({ soort }) => soort !== 'teruggenomen' && (wijzigingen[soort].antwoord !== null || tellsStatus(soort)),
  )
  const status = statussen.find(({ versie }) => versie === stap?.versie)
  if (!stap || !status || stap.soort === 'teruggenomen') return null
  const { antwoord }: Wijzigingtekst = wijzigingen[stap.soort]
  // it names the status that the zaak has again
  const own = stap.soort === 'correctie' ? ended(stap.omschrijving) : antwoord
  if (!own) return null
  const uitleg = meaningOf(status)
  return {
    antwoord: own,
    uitleg: uitleg.nl === own.nl ? { nl: '', en: '' } : uitleg,
    termijn: stap.termijn,
    // what was sent may be less than the status says that we have
    zegtStatus: !stap.soort.startsWith('aanvulling'),
  }
}

function ended({ nl, en }: Tweetalig): Tweetalig {
  const end = (text: string) => text.replace(/[^.]$/, '$&.')
  return { nl: end(nl), en: end(en) }
}

function doorzendingOf({ doorzending }: VoortgangZaak): Tweetalig | null {
  if (!doorzending) return null
  const { naar, op, geheel } = doorzending
  return inBothTalen((t, taal) => t.doorzending[geheel ? 'geheel' : 'deels'](writtenDate(op, taal), naar))
}

/** Whether the term stands still, or did. */
export function stilstandOf({ stilstand, stappen }: Voortgang): 'nu' | 'geweest' | 'nooit' {
  if (stilstand) return 'nu'
  return stappen.some(({ soort }) => soort !== 'teruggenomen' && STOPS.includes(soort)) ? 'geweest' : 'nooit'
}
