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
  /** without the texts of a besluit that is not made known yet */
  zaaktype: ZaaktypeResource
  antwoord: Tweetalig
  statustekst: Tweetalig
  teDoen: Tweetalig | null
  /** the besluiten that hold while the zaak is open; the texts of a closed zaak say it themselves */
  geldt: Tweetalig[]
  /** true when a besluit was made known that nothing took back: the decision is no longer late */
  isBesloten: boolean
  /** the coming bekendmaking of a besluit, `yyyy-mm-dd`; null when none is ahead */
  nogBekend: string | null
  /**
   * the first and last day on which the besluit of a closed zaak holds, both `yyyy-mm-dd`; null when it does
   * not say
   */
  geldigheid: { vanaf: string; tot: string | null } | null
  /** the grant by law that still has to be made known; null when there is none */
  vanRechtswege: Pick<NonNullable<ZaakResource['vanRechtswege']>, 'ingangsdatum' | 'bekendmakenUiterlijk'> | null
  /** says that the grant by law of which the citizen was told did not exist, and why */
  verleningVervallen: Tweetalig | null
  /** says to which bestuursorgaan the aanvraag was sent on, and whether all of it was */
  doorzending: Tweetalig | null
  /** the ways to object */
  reacties: Reactie[]
  /** page that says how to object */
  bezwaarpagina: string | null
  /** the suspension of the term; null when it runs */
  stilstand: Stilstand | null
  /** true when the law excludes a dwangsom */
  geenDwangsom?: boolean
  /** the place to bring or send things without a form; null when the zaaktype does not say */
  inleveren: Tweetalig | null
  /** the things that did not come before their last day, although the term runs again */
  ontbreekt: ZaakResource['aanvullingen']
  /** the last day to send them, `yyyy-mm-dd`; null when another status was set since */
  verlopenOp: string | null
  /** the newest change, when it says more than the status */
  gebeurd: Gebeurd | null
  moetHandelen: boolean
  afgerond: boolean
  /** true when our copy of the zaaktype lacks the statuscode: tasks and end are then unknown */
  onbekend: boolean
  stappen: VoortgangStap[]
}

type Stilstand = NonNullable<ZaakResource['opschorting']> & {
  /** the first day on which the term stands still, `yyyy-mm-dd` */
  vanaf: string
  /** true when the term had not passed before it was suspended */
  staatStil: boolean
  /** true when the term runs again after `tot`, also before the zaaksysteem says so */
  eindigtVanzelf: boolean
  /** true when the term waits for the aanvrager (Awb 4:15 lid 2 b) */
  wachtOpAanvrager: boolean
  /** true when others may give their zienswijze (Woo 4.4 lid 3) */
  vanDerden?: boolean
  reden: Tweetalig | undefined
  /** the things that are asked, or the text of the desk when the zaak waits for the aanvrager */
  aanvullingen: ZaakResource['aanvullingen']
}

/** The newest change, which the top of the page explains. */
type Gebeurd = {
  /** versie of its step */
  versie: number
  antwoord: Tweetalig
  uitleg: Tweetalig
  termijn: VoortgangStap['termijn']
  /** true when the meaning of the status still holds beside it */
  zegtStatus: boolean
}

/**
 * Returns where a zaak stands and how it got there. Pure, so that the desk can preview the page of the
 * citizen.
 *
 * @param today `yyyy-mm-dd`
 */
export function voortgang(whole: VoortgangZaak, today: string): Voortgang {
  const { nogBekend, ...known } = bekendOp(whole, today)
  const zaak = { ...whole, ...known }
  const { zaaktype, statuscode, statussen, besluiten } = zaak
  const { isClosed, teksten, position } = findStatus(zaaktype, statuscode)
  const onbekend = position === null
  // the closing event arrives before the fetch of a zaak without opschorting
  const opschorting = isClosed ? null : zaak.opschorting
  const vanRechtswege = isClosed ? null : zaak.vanRechtswege
  const past = pastStappen({ ...zaak, opschorting, isOpen: !isClosed && !onbekend })
  const einde = isClosed && !nogBekend ? eindeOf(besluiten, today) : null
  const stop = past.findLast(({ soort }) => soort !== 'teruggenomen' && STOPS.includes(soort))
  const stopstatus = statussen.find(({ versie }) => versie === stop?.versie)
  const stopreden = zaaktype.opschortingsredenen.find(({ code }) => code === stopstatus?.reden)
  const wachtOpAanvrager = opschorting?.soort === 'opschorting' && stopreden?.grond === 'vertraging_aanvrager'
  const fataleDatum = statussen.at(-1)?.uiterlijkeEinddatumAfdoening
  const ahead = isClosed || onbekend ? [] : zaaktype.statustypen.slice(position + 1)
  const teDoen = einde || vanRechtswege ? null : teksten.handeling
  const ontbreekt = isClosed || onbekend || opschorting || vanRechtswege ? [] : zaak.aanvullingen
  const verlopen = past.findLast(({ soort }) => SETS_ASIDE.includes(soort))
  const verlopenOp =
    verlopen?.soort === 'aanvulling_verlopen' && verlopen.datumStatusGezet
      ? (ontbreekt.find(({ uiterlijk }) => uiterlijk)?.uiterlijk ?? dayBefore(verlopen.datumStatusGezet))
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
      aanvullingen: wachtOpAanvrager
        ? [wachtOp(stop?.statustoelichting ?? stopreden.omschrijving.nl)]
        : zaak.aanvullingen,
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

function wachtOp(naam: string): ZaakResource['aanvullingen'][number] {
  return { id: null, naam, toelichting: null, formulier: null, ontvangenOp: null }
}

/**
 * True when something is still missing. A zaaksysteem may send no list, and things may come after their last
 * day.
 */
export function isOnvolledig(aanvullingen: ZaakResource['aanvullingen']): boolean {
  return aanvullingen.length === 0 || aanvullingen.some(({ ontvangenOp }) => !ontvangenOp)
}

/** Returns the last day, when the zaaksysteem does not send it: the expiry is recorded on the day after. */
const dayBefore = (moment: Date) => addToDate(dateInAmsterdam(moment), '-P1D')

/** After one of these, the zaak no longer waits for things that missed their last day. */
const SETS_ASIDE: readonly VoortgangStap['soort'][] = [
  'aanvulling_verlopen',
  'statuswijziging',
  'correctie',
  'heropening',
]

/**
 * Returns the newest change with a text of its own, unless a status was set after it. A step that was taken
 * back has none.
 */
function gebeurdOf(past: VoortgangStap[], statussen: readonly VoortgangStatus[]): Gebeurd | null {
  const stap = past.findLast(
    ({ soort, termijn }) =>
      soort !== 'teruggenomen' && (tekstenOf(soort, termijn !== undefined).antwoord !== null || tellsStatus(soort)),
  )
  const status = statussen.find(({ versie }) => versie === stap?.versie)
  if (!stap || !status || stap.soort === 'teruggenomen') return null
  const { antwoord } = tekstenOf(stap.soort, stap.termijn !== undefined)
  // a correctie names the restored status
  const own = stap.soort === 'correctie' ? ended(stap.omschrijving) : antwoord
  if (!own) return null
  const uitleg = meaningOf(status, stap)
  return {
    versie: status.versie,
    antwoord: own,
    uitleg: uitleg.nl === own.nl ? { nl: '', en: '' } : uitleg,
    termijn: stap.termijn,
    // less may have been sent than the status says, and nobody can respond to the draft any more
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

export function stilstandOf({ stilstand, stappen }: Voortgang): 'nu' | 'geweest' | 'nooit' {
  if (stilstand) return 'nu'
  return stappen.some(({ soort }) => soort !== 'teruggenomen' && STOPS.includes(soort)) ? 'geweest' : 'nooit'
}
