import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { reactieTeksten } from '../besluiten.ts'
import type { Besluitdatums } from '../promised-datums.ts'
import { isOnvolledig, type Voortgang } from '../voortgang.ts'

/** A paragraph with `{name}` for each of its dates; a sentence with one that is null is left out. */
export type Zin = { tekst: string; datums: Datums }

/** `date` is `yyyy-mm-dd` */
export type Datum = { soort: keyof Texts['zaken']['datum']; date: string }

/** What its voortgang does not say of a zaak. Dates are `yyyy-mm-dd`. */
export type Beantwoord = {
  uiterlijkeEinddatum: string
  /** by which day a besluit is expected */
  einddatumGepland?: string | undefined
  einddatum?: string | null
  ingebrekestelling?: ZaakResource['ingebrekestelling']
  ontwerp?: ZaakResource['ontwerp']
  /** the citizen asked to withdraw the aanvraag, and nobody answered yet */
  wilIntrekken?: boolean
  /** ids of things that the citizen said to have sent while they were asked */
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

/** Whether what was asked is waited for, or did not come before its last day and nothing happened since. */
export function isAsked({ stand: { stilstand, verlopenOp, ontbreekt } }: Kennis): boolean {
  if (stilstand?.soort === 'aanvulling') return isOnvolledig(stilstand.aanvullingen)
  return verlopenOp !== null && ontbreekt.length > 0
}

export function isUitgesteld({ stand: { stilstand } }: Kennis): boolean {
  return stilstand?.soort === 'opschorting'
}

/** Whether its last day has passed, also before the zaaksysteem has said so. */
export function isVoorbij({ stand: { stilstand }, today }: Kennis): boolean {
  return !stilstand || stilstand.tot < today
}

/** What of that did not come. */
export function missing({ stand }: Kennis): ZaakResource['aanvullingen'] {
  return gevraagdOf(stand).filter(({ ontvangenOp }) => !ontvangenOp)
}

export function nogTeSturen({ stand, zaak: { gemeld = [] } }: Kennis): ZaakResource['aanvullingen'] {
  return nietGestuurd(gevraagdOf(stand), gemeld)
}

/** Returns what has not come and was not reported as sent either: what was sent in time is never late. */
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

/** Returns the announced day of a late besluit, else the last day to decide, else the day of the bekendmaking. */
export function beslisdatum(kennis: Kennis): Datum | null {
  const { besluit, today } = kennis
  const { verwacht, uiterlijk } = besluit
  const announced = aangekondigd(kennis)
  if (announced) return { soort: 'verwacht', date: announced }
  if (uiterlijk) return { soort: uiterlijk < today ? 'hadBeslist' : 'beslist', date: uiterlijk }
  return verwacht ? { soort: 'besluitKomt', date: verwacht } : null
}

/** Whether what was decided was made known, or it ended without. */
export function isDecided({ afgerond, isBesloten, nogBekend, vanRechtswege }: Voortgang): boolean {
  return vanRechtswege === null && ((afgerond && nogBekend === null) || isBesloten)
}

/** Whether the citizen can write an ingebrekestelling: the besluit is late, or what the law gave was not made known in time. */
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

/** The last day to respond to the draft that is on display; null when one cannot, or no more. */
export function reagerenTot({ stand, zaak: { ontwerp }, today }: Kennis): string | null {
  return ontwerp && !stand.afgerond && ontwerp.zienswijzenUiterlijk >= today ? ontwerp.zienswijzenUiterlijk : null
}

/** By which day a besluit is expected that will be late, when that was announced. */
export function aangekondigd({
  stand,
  zaak: { einddatumGepland = '', uiterlijkeEinddatum },
  besluit,
}: Kennis): string | null {
  return stand.nogBekend === null && einddatumGepland > uiterlijkeEinddatum ? besluit.verwacht : null
}
