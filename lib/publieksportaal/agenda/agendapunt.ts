import type { BesluitResource, ZaakResource } from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { nietGestuurd } from '#lib/voortgang/antwoorden/kennis.ts'
import { bekendeBesluiten, isBeslotenOp, nogBekendOp, type Reactie, reactiesOf } from '#lib/voortgang/besluiten.ts'
import { besluitdatums } from '#lib/voortgang/promised-datums.ts'

type Soort = 'streefdatum' | 'fataleDatum' | 'bekendmaken' | 'aanvulling' | 'zienswijze' | Reactie['soort']

/** A day of a zaak that stands in the agenda. */
type Agendapunt = {
  soort: Soort /** `yyyy-mm-dd` */
  datum: string /** of a besluit, when one has several */
  van?: string
}

/** What the agenda needs of a zaak. Dates are `yyyy-mm-dd`. */
export type ZaakInAgenda = {
  id: string
  identificatie: string
  /** whoever sees the calendar reads only that it has such days */
  gevoelig: boolean
  /** grows with whatever its citizen can see of the zaak */
  volgnummer: number
  bijgewerktOp: Date
  einddatumGepland: string
  uiterlijkeEinddatum: string
  einddatum: string | null
  /** also by an event that closes it, before the fetch that brings its einddatum */
  isAfgerond: boolean
  opschorting: 'opschorting' | 'aanvulling' | null
  opgeschortTot: string | null
  aanvullingen: ZaakResource['aanvullingen']
  /** ids of things that the citizen said to have sent */
  gemeld: string[]
  /** the last day to make known what was given by law; null when nothing was, or that was done */
  bekendmakenUiterlijk: string | null
  /** the last day to respond to the draft of the besluit; null when none is or was on display */
  zienswijzenUiterlijk: string | null
  /** oldest first */
  besluiten: BesluitResource[]
}

/** How long a last day to object or appeal is still shown after it has passed: somebody may look it up. */
const REACTIE_STAYS_DAYS = 30

/** From when on a passed last day to object or appeal is still shown. */
export function firstReactiedatum(today: string): string {
  return addToDate(today, `-P${REACTIE_STAYS_DAYS}D`)
}

/** What one can do against what was decided and made known, also while the zaak goes on. */
function reactiepunten(besluiten: BesluitResource[], today: string): Agendapunt[] {
  return reactiesOf(bekendeBesluiten(besluiten, today))
    .filter(({ uiterlijk }) => uiterlijk >= firstReactiedatum(today))
    .map(({ soort, uiterlijk, besluitId }) => ({ soort, datum: uiterlijk, ...(besluitId && { van: besluitId }) }))
}

/**
 * Which days of a zaak hold now. None is promised while the term stands still, because both will move; an expectation
 * that did not come true is none any more, while the date of the law stays one.
 */
export function agendapuntenOf(zaak: ZaakInAgenda, today: string): Agendapunt[] {
  return [...reactiepunten(zaak.besluiten, today), ...termijnpunten(zaak, today)]
}

function termijnpunten(zaak: ZaakInAgenda, today: string): Agendapunt[] {
  const { opschorting, opgeschortTot, aanvullingen, gemeld, besluiten, zienswijzenUiterlijk } = zaak
  if (zaak.einddatum || zaak.isAfgerond) return []
  // it runs on while ours stands still
  const reageren = punt(
    'zienswijze',
    zienswijzenUiterlijk && zienswijzenUiterlijk >= today ? zienswijzenUiterlijk : null,
  )
  if (opschorting) {
    const isSent = aanvullingen.length > 0 && nietGestuurd(aanvullingen, gemeld).length === 0
    return [...reageren, ...punt('aanvulling', opschorting === 'aanvulling' && !isSent ? opgeschortTot : null)]
  }
  // what the law gave, nobody decides any more
  if (zaak.bekendmakenUiterlijk) return punt('bekendmaken', zaak.bekendmakenUiterlijk)
  const stand = {
    afgerond: false,
    isBesloten: isBeslotenOp(besluiten, today),
    nogBekend: nogBekendOp(besluiten, today),
    stilstand: null,
  }
  const ontwerp = zienswijzenUiterlijk === null ? null : { zienswijzenUiterlijk }
  const { verwacht, uiterlijk } = besluitdatums({ ...zaak, ontwerp }, stand, today)
  return [...reageren, ...punt('streefdatum', verwacht), ...punt('fataleDatum', uiterlijk)]
}

function punt(soort: Soort, datum: string | null): Agendapunt[] {
  return datum ? [{ soort, datum }] : []
}
