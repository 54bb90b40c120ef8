import { addToDate } from '#lib/platform/calendar.ts'

type Soort = 'streefdatum' | 'fataleDatum' | 'aanvulling' | 'bezwaar'

/** A day of a zaak that stands in the agenda. */
type Agendapunt = { soort: Soort /** `yyyy-mm-dd` */; datum: string }

/** What the agenda needs of a zaak. Dates are `yyyy-mm-dd`. */
export type ZaakInAgenda = {
  id: string
  identificatie: string
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
  uiterlijkeReactiedatum: string | null
}

/** How long a last day to object is still shown after it has passed: somebody may look it up. */
const BEZWAAR_STAYS_DAYS = 30

/** From when on a passed last day to object is still shown. */
export function firstBezwaardatum(today: string): string {
  return addToDate(today, `-P${BEZWAAR_STAYS_DAYS}D`)
}

/**
 * Which days of a zaak hold now. None is promised while the term stands still, because both will move; an expectation
 * that did not come true is none any more, while the date of the law stays one.
 */
export function agendapuntenOf(zaak: ZaakInAgenda, today: string): Agendapunt[] {
  const { opschorting, opgeschortTot, einddatumGepland, uiterlijkeEinddatum, uiterlijkeReactiedatum } = zaak
  if (zaak.einddatum) {
    const isShown = uiterlijkeReactiedatum && uiterlijkeReactiedatum >= firstBezwaardatum(today)
    return isShown ? [{ soort: 'bezwaar', datum: uiterlijkeReactiedatum }] : []
  }
  if (zaak.isAfgerond) return []
  if (opschorting) {
    return opschorting === 'aanvulling' && opgeschortTot ? [{ soort: 'aanvulling', datum: opgeschortTot }] : []
  }
  const streefdatum: Agendapunt[] = einddatumGepland >= today ? [{ soort: 'streefdatum', datum: einddatumGepland }] : []
  return [...streefdatum, { soort: 'fataleDatum', datum: uiterlijkeEinddatum }]
}
