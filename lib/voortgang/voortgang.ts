import { tellsStatus } from '#lib/contract/event-types.ts'
import type { Tweetalig, ZaakResource, ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { writtenDate } from '#lib/ui/text/dates.ts'
import { inBothTalen } from '#lib/ui/texts/texts.ts'
import {
  bekendOp,
  eindeOf,
  geldendeBesluiten,
  geldigheidOf,
  isBeslotenOp,
  type Reactie,
  reactiesOf,
  vanRechtswegeTekst,
} from './besluiten.ts'
import { findStatus } from './find-status.ts'
import {
  pastStappen,
  STOPS,
  stapAhead,
  type VoortgangStap,
  type VoortgangStatus,
  type VoortgangZaak,
} from './past-stappen.ts'
import { meaningOf, tekstenOf } from './soorten.ts'

export type Voortgang = {
  /** without what it says of a besluit that was not made known yet */
  zaaktype: ZaaktypeResource
  antwoord: Tweetalig
  statustekst: Tweetalig
  teDoen: Tweetalig | null
  /** what was decided and holds, while the zaak goes on; when it is closed its texts say so */
  geldt: Tweetalig[]
  /** something was decided and made known, which nothing took back: nobody is late any more */
  isBesloten: boolean
  /** the day, `yyyy-mm-dd`, on which what was decided is made known; null when that is not ahead */
  nogBekend: string | null
  /** of a closed zaak, from which day up to and including which one its besluit holds, when it says so; both `yyyy-mm-dd` */
  geldigheid: { vanaf: string; tot: string | null } | null
  /** since when holds what was given by law, and the last day to make it known; null when nothing was, or that was done */
  vanRechtswege: Pick<NonNullable<ZaakResource['vanRechtswege']>, 'ingangsdatum' | 'bekendmakenUiterlijk'> | null
  /** that nothing was given by law, though the citizen was told so, and why */
  verleningVervallen: Tweetalig | null
  /** that all of it, or a part, was sent on to another bestuursorgaan, and to which */
  doorzending: Tweetalig | null
  /** what one can do against what was decided */
  reacties: Reactie[]
  /** page that says how to object */
  bezwaarpagina: string | null
  /** why the term stands still; null when it runs */
  stilstand: Stilstand | null
  /** a late besluit costs nothing */
  geenDwangsom?: boolean
  /** where the citizen brings or sends what is asked and has no form; null when the zaaktype does not say */
  inleveren: Tweetalig | null
  /** what was asked and did not come before its last day, though the term runs again */
  ontbreekt: ZaakResource['aanvullingen']
  /** the last day to send that, `yyyy-mm-dd`; null when another status was set since */
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
  /** others may give their zienswijze (Woo 4.4 lid 3) */
  vanDerden?: boolean
  reden: Tweetalig | undefined
  /** what is asked; while it waits for the aanvrager, what the desk wrote that is to be done */
  aanvullingen: ZaakResource['aanvullingen']
}

/** What an act says on top of the page. */
type Gebeurd = {
  /** of its step */
  versie: number
  antwoord: Tweetalig
  uitleg: Tweetalig
  termijn: VoortgangStap['termijn']
  /** whether what the status means is still true beside it */
  zegtStatus: boolean
}

/**
 * Where a zaak stands and how it got there, for its citizen. Pure, so that the desk can preview what the citizen will see.
 *
 * @param today `yyyy-mm-dd`
 */
export function voortgang(whole: VoortgangZaak, today: string): Voortgang {
  const { nogBekend, ...known } = bekendOp(whole, today)
  const zaak = { ...whole, ...known }
  const { zaaktype, statuscode, statussen, besluiten } = zaak
  const { isClosed, teksten, position } = findStatus(zaaktype, statuscode)
  const onbekend = position === null
  // the event that closes a zaak comes before the fetch that says that its term has ended
  const opschorting = isClosed ? null : zaak.opschorting
  const vanRechtswege = isClosed ? null : zaak.vanRechtswege
  const past = pastStappen({ ...zaak, opschorting, isOpen: !isClosed && !onbekend })
  const einde = isClosed && !nogBekend ? eindeOf(besluiten, today) : null
  const stop = past.findLast(({ soort }) => soort !== 'teruggenomen' && STOPS.includes(soort))
  const stopstatus = statussen.find(({ versie }) => versie === stop?.versie)
  const stopreden = zaaktype.opschortingsredenen.find(({ code }) => code === stopstatus?.reden)
  const wachtOpAanvrager = opschorting?.soort === 'opschorting' && stopreden?.grond === 'vertraging_aanvrager'
  const fataleDatum = statussen.at(-1)?.uiterlijkeEinddatum
  const ahead = isClosed || onbekend ? [] : zaaktype.statustypen.slice(position + 1)
  const teDoen = einde || vanRechtswege ? null : teksten.handeling
  const ontbreekt = isClosed || onbekend || opschorting || vanRechtswege ? [] : zaak.aanvullingen
  const verlopen = past.findLast(({ soort }) => SETS_ASIDE.includes(soort))
  const verlopenOp =
    verlopen?.soort === 'aanvulling_verlopen' && verlopen.tijdstip
      ? (ontbreekt.find(({ uiterlijk }) => uiterlijk)?.uiterlijk ?? dayBefore(verlopen.tijdstip))
      : null
  return {
    antwoord: teksten.antwoord,
    statustekst: teksten.statustekst,
    ...einde,
    zaaktype,
    teDoen,
    geldt: isClosed || onbekend ? [] : [...vanRechtswegeTekst(vanRechtswege), ...geldendeBesluiten(zaak, today)],
    isBesloten: vanRechtswege !== null || isBeslotenOp(whole.besluiten, today),
    nogBekend,
    geldigheid: isClosed && !einde && !nogBekend ? geldigheidOf(besluiten) : null,
    vanRechtswege,
    verleningVervallen: verleningVervallenOf(zaak, past),
    doorzending: doorzendingOf(zaak),
    reacties: reactiesOf(besluiten),
    bezwaarpagina: zaaktype.bezwaar,
    geenDwangsom: Boolean(zaaktype.geenDwangsom),
    stilstand: opschorting && {
      ...opschorting,
      // Awb 4:15: from the day after
      vanaf: addToDate(opschorting.op, 'P1D'),
      staatStil: !fataleDatum || opschorting.op <= fataleDatum,
      eindigtVanzelf:
        opschorting.soort === 'aanvulling' ||
        ['instemming', 'zienswijze_derden'].some((one) => one === stopreden?.grond),
      wachtOpAanvrager,
      vanDerden: stopreden?.grond === 'zienswijze_derden',
      reden: past.findLast(({ soort }) => soort === 'opschorting')?.reden,
      aanvullingen: wachtOpAanvrager ? [wachtOp(stop?.toelichting ?? stopreden.omschrijving.nl)] : zaak.aanvullingen,
    },
    inleveren: zaaktype.inleveren,
    ontbreekt,
    verlopenOp,
    gebeurd: gebeurdOf(past, statussen),
    moetHandelen:
      !isClosed &&
      (teDoen !== null ||
        (opschorting?.soort === 'aanvulling' && isOnvolledig(zaak.aanvullingen)) ||
        wachtOpAanvrager ||
        (verlopenOp !== null && ontbreekt.length > 0)),
    afgerond: isClosed,
    onbekend,
    stappen: [...past, ...ahead.map(({ omschrijving }) => stapAhead(omschrijving))],
  }
}

/** What the desk wrote that it waits for, as one thing that is asked. */
function wachtOp(naam: string): ZaakResource['aanvullingen'][number] {
  return { id: null, naam, toelichting: null, formulier: null, ontvangenOp: null }
}

/** Whether something of what is asked did not come. A zaaksysteem may not list it, and it comes also when its last day has passed. */
export function isOnvolledig(aanvullingen: ZaakResource['aanvullingen']): boolean {
  return aanvullingen.length === 0 || aanvullingen.some(({ ontvangenOp }) => !ontvangenOp)
}

/** The last day, of a zaaksysteem that does not send it: the expiry is recorded on the day after. */
const dayBefore = (moment: Date) => addToDate(dateInAmsterdam(moment), '-P1D')

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
    ({ soort, termijn }) =>
      soort !== 'teruggenomen' && (tekstenOf(soort, termijn !== undefined).antwoord !== null || tellsStatus(soort)),
  )
  const status = statussen.find(({ versie }) => versie === stap?.versie)
  if (!stap || !status || stap.soort === 'teruggenomen') return null
  const { antwoord } = tekstenOf(stap.soort, stap.termijn !== undefined)
  // it names the status that the zaak has again
  const own = stap.soort === 'correctie' ? ended(stap.omschrijving) : antwoord
  if (!own) return null
  const uitleg = meaningOf(status, stap)
  return {
    versie: status.versie,
    antwoord: own,
    uitleg: uitleg.nl === own.nl ? { nl: '', en: '' } : uitleg,
    termijn: stap.termijn,
    // what was sent may be less than the status says that we have, and a draft that lay ready is no longer reacted to
    zegtStatus: !stap.soort.startsWith('aanvulling') && stap.soort !== 'zienswijzen_vastgelegd',
  }
}

function ended({ nl, en }: Tweetalig): Tweetalig {
  const end = (text: string) => text.replace(/[^.]$/, '$&.')
  return { nl: end(nl), en: end(en) }
}

function verleningVervallenOf({ statussen, besluiten }: VoortgangZaak, past: readonly VoortgangStap[]) {
  const isGiven = ({ soort }: { soort: VoortgangStap['soort'] }) => soort === 'van_rechtswege_verleend'
  if (!statussen.some(isGiven) || past.some(isGiven)) return null
  return inBothTalen((t) => t.vanRechtswege.vervallen[besluiten.length > 0 ? 'beslist' : 'termijn'])
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
