import type { BesluitResource, ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { nietGestuurd } from '#lib/voortgang/antwoorden/kennis.ts'
import { bekendeBesluiten, isBeslotenOp, nogBekendOp, type Reactie, reactiesOf } from '#lib/voortgang/besluiten.ts'
import { besluitdatums } from '#lib/voortgang/promised-datums.ts'

type Soort = 'streefdatum' | 'fataleDatum' | 'bekendmaken' | 'aanvulling' | 'zienswijze' | Reactie['soort']

/** A day of a zaak in the agenda. `datum` is `yyyy-mm-dd`; `van` is the id of the besluit, for a reactie. */
type Agendapunt = {
  soort: Soort
  datum: string
  van?: string
}

/** A zaak as the agenda reads it. */
export type ZaakInAgenda = Pick<
  ZaakResource,
  | 'identificatie'
  | 'gevoelig'
  | 'einddatumGepland'
  | 'uiterlijkeEinddatumAfdoening'
  | 'einddatum'
  | 'opschorting'
  | 'aanvullingen'
  | 'vanRechtswege'
  | 'ontwerp'
  | 'besluiten'
> & {
  id: string
  /** grows with every visible change of the zaak */
  volgnummer: number
  bijgewerktOp: Date
  /** true also after the closing event, before the fetch that brings the einddatum */
  isAfgerond: boolean
  /** ids of the things that the citizen reported as sent */
  gemeld: string[]
}

/** A last day to object or appeal stays this long after it has passed, because somebody may look it up. */
const REACTIE_STAYS_DAYS = 30

/** Returns the earliest last day to object or appeal that is still shown. */
export function firstReactiedatum(today: string): string {
  return addToDate(today, `-P${REACTIE_STAYS_DAYS}D`)
}

/** Returns the last days to object or appeal, also while the zaak is open. */
function reactiepunten(besluiten: BesluitResource[], today: string): Agendapunt[] {
  return reactiesOf(bekendeBesluiten(besluiten, today))
    .filter(({ uiterlijk }) => uiterlijk >= firstReactiedatum(today))
    .map(({ soort, uiterlijk, besluitId }) => ({ soort, datum: uiterlijk, ...(besluitId && { van: besluitId }) }))
}

/**
 * Returns the days of a zaak that hold now. While the term stands still, no day of the besluit is promised,
 * because it will move. A missed expected day is dropped; the legal date stays.
 */
export function agendapuntenOf(zaak: ZaakInAgenda, today: string): Agendapunt[] {
  return [...reactiepunten(zaak.besluiten, today), ...termijnpunten(zaak, today)]
}

function termijnpunten(zaak: ZaakInAgenda, today: string): Agendapunt[] {
  const { opschorting, aanvullingen, gemeld, besluiten, ontwerp } = zaak
  if (zaak.einddatum || zaak.isAfgerond) return []
  // this term runs on during a stilstand
  const reageren = punt(
    'zienswijze',
    ontwerp && ontwerp.zienswijzenUiterlijk >= today ? ontwerp.zienswijzenUiterlijk : null,
  )
  if (opschorting) {
    const isSent = aanvullingen.length > 0 && nietGestuurd(aanvullingen, gemeld).length === 0
    return [...reageren, ...punt('aanvulling', opschorting.soort === 'aanvulling' && !isSent ? opschorting.tot : null)]
  }
  // after a grant by law nobody decides any more
  if (zaak.vanRechtswege) return punt('bekendmaken', zaak.vanRechtswege.bekendmakenUiterlijk)
  const stand = {
    afgerond: false,
    isBesloten: isBeslotenOp(besluiten, today),
    nogBekend: nogBekendOp(besluiten, today),
    stilstand: null,
  }
  const { verwacht, uiterlijk } = besluitdatums(zaak, stand, today)
  return [...reageren, ...punt('streefdatum', verwacht), ...punt('fataleDatum', uiterlijk)]
}

function punt(soort: Soort, datum: string | null): Agendapunt[] {
  return datum ? [{ soort, datum }] : []
}
