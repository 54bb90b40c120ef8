import type { Tweetalig, ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { writtenDate } from '#lib/ui/text/dates.ts'
import { inBothTalen } from '#lib/ui/texts/texts.ts'
import { geldendeBesluiten, intrekkingOf, type Reactie, reactiesOf, vanRechtswegeTekst } from './besluiten.ts'
import { findStatus } from './find-status.ts'
import { pastStappen, STOPS, stapAhead, type VoortgangStap, type VoortgangZaak } from './past-stappen.ts'

export type Voortgang = {
  antwoord: Tweetalig
  statustekst: Tweetalig
  teDoen: Tweetalig | null
  /** what was decided and holds, while the zaak goes on; when it is closed its texts say so */
  geldt: Tweetalig[]
  /** the last day, `yyyy-mm-dd`, to make known what was given by law; null when nothing was, or that was done */
  bekendmakenUiterlijk: string | null
  /** that all of it, or a part, was sent on to another bestuursorgaan, and to which */
  doorzending: Tweetalig | null
  /** what one can do against what was decided */
  reacties: Reactie[]
  /** page that says how to object */
  bezwaarpagina: string | null
  /** why the term stands still; null when it runs */
  stilstand: Stilstand | null
  /** what was asked and did not come before its last day, though the term runs again */
  ontbreekt: ZaakResource['aanvullingen']
  moetHandelen: boolean
  afgerond: boolean
  /** our copy of the zaaktype lacks its statuscode: whether anything must be done, or it has ended, cannot be said */
  onbekend: boolean
  stappen: VoortgangStap[]
}

export type Stilstand = NonNullable<ZaakResource['opschorting']> & {
  /** the first day on which the term stands still, `yyyy-mm-dd` */
  vanaf: string
  /** the term had not passed before it was suspended */
  staatStil: boolean
  /** after `tot` the term runs again, also before the zaaksysteem has said so */
  eindigtVanzelf: boolean
  reden: Tweetalig | undefined
  aanvullingen: ZaakResource['aanvullingen']
}

/** What a status means, once the law decided instead. */
const NONE: Tweetalig = { nl: '', en: '' }

/** Where a zaak stands and how it got there, for its citizen. Pure, so that the desk can preview what the citizen will see. */
export function voortgang(zaak: VoortgangZaak): Voortgang {
  const { zaaktype, statuscode } = zaak
  const { isClosed, teksten, position } = findStatus(zaaktype, statuscode)
  const onbekend = position === null
  // the event that closes a zaak comes before the fetch that says that its term has ended
  const opschorting = isClosed ? null : zaak.opschorting
  const past = pastStappen({ ...zaak, opschorting, isOpen: !isClosed && !onbekend })
  const last = past.at(-1)
  if (last && !isClosed) last.toestand = 'nu'
  const intrekking = isClosed ? intrekkingOf(zaak.besluiten) : null
  const stop = past.findLast(({ soort }) => soort !== 'teruggenomen' && STOPS.includes(soort))
  const fataleDatum = zaak.statussen.at(-1)?.uiterlijkeEinddatum
  const ahead = isClosed || onbekend ? [] : zaaktype.statustypen.slice(position + 1)
  return {
    antwoord: opschorting ? inBothTalen((t) => t.antwoord[opschorting.soort].antwoord) : teksten.antwoord,
    statustekst: teksten.statustekst,
    ...(zaak.vanRechtswege &&
      !isClosed && { antwoord: inBothTalen((t) => t.vanRechtswege.antwoord), statustekst: NONE }),
    teDoen: intrekking ? null : teksten.handeling,
    ...intrekking,
    geldt:
      isClosed || onbekend
        ? []
        : [...vanRechtswegeTekst(zaak.vanRechtswege), ...geldendeBesluiten(zaak.besluiten, zaaktype)],
    bekendmakenUiterlijk: zaak.vanRechtswege?.bekendmakenUiterlijk ?? null,
    doorzending: doorzendingOf(zaak),
    reacties: reactiesOf(zaak.besluiten),
    bezwaarpagina: zaaktype.bezwaar,
    stilstand: opschorting && {
      ...opschorting,
      // Awb 4:15: from the day after
      vanaf: addToDate(opschorting.op, 'P1D'),
      staatStil: !fataleDatum || opschorting.op <= fataleDatum,
      eindigtVanzelf: opschorting.soort === 'aanvulling' || stop?.eindigtVanzelf === true,
      reden: past.findLast(({ soort }) => soort === 'opschorting')?.reden,
      aanvullingen: zaak.aanvullingen,
    },
    ontbreekt: isClosed || onbekend || opschorting ? [] : zaak.aanvullingen,
    moetHandelen: !isClosed && (teksten.handeling !== null || opschorting?.soort === 'aanvulling'),
    afgerond: isClosed,
    onbekend,
    stappen: [...past, ...ahead.map(({ omschrijving }) => stapAhead(omschrijving))],
  }
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
