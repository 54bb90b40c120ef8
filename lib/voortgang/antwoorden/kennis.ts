import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { reactieTeksten } from '../besluiten.ts'
import type { Besluitdatums } from '../promised-datums.ts'
import { isOnvolledig, type Voortgang } from '../voortgang.ts'

/** A paragraph with a placeholder `{name}` for each date. A sentence whose date is null is left out. */
export type Zin = { tekst: string; datums: Datums }

/** `date` is `yyyy-mm-dd` */
export type Datum = { soort: keyof Texts['zaken']['datum']; date: string }

/** The facts about a zaak that its `Voortgang` lacks. Dates are `yyyy-mm-dd`. */
export type Beantwoord = {
  uiterlijkeEinddatumAfdoening: string
  /** the day by which a besluit is expected */
  einddatumGepland?: string | undefined
  einddatum?: string | null
  ingebrekestelling?: ZaakResource['ingebrekestelling']
  ontwerp?: ZaakResource['ontwerp']
  /** the citizen asked to withdraw the aanvraag, and has no answer yet */
  wilIntrekken?: boolean
  /** ids of the things that the citizen reported as sent while they were asked */
  gemeld?: readonly string[]
}

export type Kennis = {
  stand: Voortgang
  zaak: Beantwoord
  t: Texts
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
  isLate: boolean
  besluit: Besluitdatums
  /** the dates that are promised now */
  datums: Datums
}

export function gevraagdOf({ stilstand, ontbreekt }: Voortgang): ZaakResource['aanvullingen'] {
  if (stilstand?.soort === 'aanvulling') return isOnvolledig(stilstand.aanvullingen) ? stilstand.aanvullingen : []
  return stilstand?.wachtOpAanvrager ? stilstand.aanvullingen : ontbreekt
}

/** True while the zaak waits for what was asked, or it missed its last day and nothing happened since. */
export function isAsked({ stand: { stilstand, verlopenOp, ontbreekt } }: Kennis): boolean {
  if (stilstand?.soort === 'aanvulling') return isOnvolledig(stilstand.aanvullingen)
  return verlopenOp !== null && ontbreekt.length > 0
}

export function isUitgesteld({ stand: { stilstand } }: Kennis): boolean {
  return stilstand?.soort === 'opschorting'
}

/** True when the last day has passed, also before the zaaksysteem says so. */
export function isVoorbij({ stand: { stilstand }, today }: Kennis): boolean {
  return !stilstand || stilstand.tot < today
}

export function missing({ stand }: Kennis): ZaakResource['aanvullingen'] {
  return gevraagdOf(stand).filter(({ ontvangenOp }) => !ontvangenOp)
}

export function nogTeSturen({ stand, zaak: { gemeld = [] } }: Kennis): ZaakResource['aanvullingen'] {
  return nietGestuurd(gevraagdOf(stand), gemeld)
}

/**
 * Returns the things that have not come and were not reported as sent: a thing that was sent in time is never
 * late.
 */
export function nietGestuurd(
  asked: ZaakResource['aanvullingen'],
  gemeld: readonly string[],
): ZaakResource['aanvullingen'] {
  return asked.filter(({ id, ontvangenOp }) => !ontvangenOp && !(id && gemeld.includes(id)))
}

export function tot({ stand }: Kennis): Datums {
  return { tot: stand.stilstand?.tot ?? stand.verlopenOp }
}

export function stilSinds({ stand: { stilstand } }: Kennis): Datum | null {
  return stilstand && { soort: 'staatStil', date: stilstand.vanaf }
}

/** Returns the announced day of a late besluit, else the last day to decide, else the day of bekendmaking. */
export function beslisdatum(kennis: Kennis): Datum | null {
  const { besluit, today } = kennis
  const { verwacht, uiterlijk } = besluit
  const announced = aangekondigd(kennis)
  if (announced) return { soort: 'verwacht', date: announced }
  if (uiterlijk) return { soort: uiterlijk < today ? 'hadBeslist' : 'beslist', date: uiterlijk }
  return verwacht ? { soort: 'besluitKomt', date: verwacht } : null
}

/** True when a besluit was made known, or the zaak ended without one. */
export function isDecided({ afgerond, isBesloten, nogBekend, vanRechtswege }: Voortgang): boolean {
  return vanRechtswege === null && ((afgerond && nogBekend === null) || isBesloten)
}

/**
 * True when the citizen can write an ingebrekestelling: the besluit is late, or a grant by law was not made
 * known in time.
 */
export function magInGebreke({
  stand: { vanRechtswege },
  zaak: { ingebrekestelling },
  today,
  isLate,
}: Kennis): boolean {
  return !ingebrekestelling && (vanRechtswege ? vanRechtswege.bekendmakenUiterlijk < today : isLate)
}

export function openReacties({ stand, today }: Kennis) {
  return reactieTeksten(stand).filter(({ uiterlijk }) => uiterlijk >= today)
}

/** Returns the last day to respond to the draft on display; null when nobody can respond, or no longer. */
export function reagerenTot({ stand, zaak: { ontwerp }, today }: Kennis): string | null {
  return ontwerp && !stand.afgerond && ontwerp.zienswijzenUiterlijk >= today ? ontwerp.zienswijzenUiterlijk : null
}

/** Returns the announced day of a besluit that will be late; null when none was announced. */
export function aangekondigd({
  stand,
  zaak: { einddatumGepland = '', uiterlijkeEinddatumAfdoening },
  besluit,
}: Kennis): string | null {
  return stand.nogBekend === null && einddatumGepland > uiterlijkeEinddatumAfdoening ? besluit.verwacht : null
}
