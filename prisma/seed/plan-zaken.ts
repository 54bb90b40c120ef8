import { DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { DEMO_BEHANDELAARS } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'
import { findIn } from './find-in.ts'
import { OMSCHRIJVINGEN } from './omschrijvingen.ts'
import { planHandelingen } from './plan-handelingen.ts'
import {
  BUITEN_BEHANDELING,
  type PlannedStatus,
  type PlannedStep,
  type PlannedZaak,
  planReopening,
  planSteps,
  withAanvulling,
} from './plan-steps.ts'
import { DAY_MS, daysAfter, duringOfficeHours, type Random } from './random.ts'
import { planVerhalen } from './verhalen/plan-verhalen.ts'

/**
 * Other inhabitants of Voorbeeld, who have most of the zaken at the desk. Their BSNs pass the 11-proef and
 * belong to nobody.
 */
export const INWONERS: readonly { naam: string; bsn: string }[] = [
  { naam: 'B. van den Berg', bsn: '999994013' },
  { naam: 'C. Visser', bsn: '999994025' },
  { naam: 'E. Mulder', bsn: '999994037' },
  { naam: 'F. de Boer', bsn: '999994049' },
  { naam: 'G. Dijkstra', bsn: '999994062' },
  { naam: 'I. Aydin', bsn: '999994074' },
  { naam: 'J. Bos', bsn: '999994086' },
  { naam: 'K. Vos', bsn: '999994098' },
  { naam: 'L. Peters', bsn: '999994116' },
  { naam: 'M. de Graaf', bsn: '999994128' },
  { naam: 'N. van Leeuwen', bsn: '999994141' },
  { naam: 'O. Kaplan', bsn: '999994153' },
  { naam: 'P. Brouwer', bsn: '999994165' },
  { naam: 'R. de Wit', bsn: '999994177' },
  { naam: 'S. Dekker', bsn: '999994189' },
  { naam: 'T. Vermeulen', bsn: '999994207' },
  { naam: 'U. Rahman', bsn: '999994219' },
  { naam: 'V. Nowak', bsn: '999994232' },
  { naam: 'W. Schouten', bsn: '999994244' },
  { naam: 'Y. El Idrissi', bsn: '999994256' },
  { naam: 'Z. Kovács', bsn: '999994268' },
  { naam: 'A. Martens', bsn: '999994281' },
  { naam: 'B. Koster', bsn: '999994293' },
  { naam: 'D. Tan', bsn: '999994311' },
  { naam: 'E. Prins', bsn: '999994323' },
  { naam: 'F. Blom', bsn: '999994335' },
  { naam: 'G. Huisman', bsn: '999994347' },
  { naam: 'H. van Vliet', bsn: '999994359' },
  { naam: 'I. Santos', bsn: '999994372' },
  { naam: 'J. Postma', bsn: '999994384' },
]

export const AANTAL_ZAKEN = 240

/** Gives the zaak of the demo the number ZAAK-2026-0000000123, as in the documentation. */
const DEMO_ZAAK_NUMMER = 123
const HALF_A_SECOND_MS = 500
/** The last four weeks, which begin with the zaak of the demo, have as many zaken as all the time before. */
const RECENT_DAYS = 28
const OLDEST_DAYS = 270

/** Some zaaktypen occur more often than others. */
const FREQUENT = ['OMG-REG', 'APV-EVEN', 'PARK-BEW']
/** Most of the older zaken, so that there are enough to compute the doorlooptijd for the zaak of the demo. */
const FREQUENT_BEFORE = 'APV-EVEN'
const FREQUENT_BEFORE_TIMES = 2
/** Three out of four are granted. */
const RESULTATEN = ['verleend', 'verleend', 'verleend', 'geweigerd']
/** The resultaten of a zaak that is closed before it was assessed. */
const RESULTATEN_OF_UNFINISHED = [BUITEN_BEHANDELING, 'ingetrokken']
const UNFINISHED = 0.15
const UNASSIGNED = 0.12
/** How many of the newest zaken of each team are vertrouwelijk. */
const VERTROUWELIJK = 2

/** Plans all zaken in order of registration, each with its history up to `now`. */
export function planZaken(
  random: Random,
  { now, zaaktypen }: { now: Date; zaaktypen: readonly Zaaktype[] },
): PlannedZaak[] {
  const verhalen = planVerhalen(random, { now, zaaktypen })
  const others = planOthers(random, { now, zaaktypen, verhalen })
  planVertrouwelijk(others)
  planReopenings(random, others, now)
  planHandelingen(others, now)
  return withDemoZaakInPlace([...verhalen, ...others])
}

type Town = { now: Date; zaaktypen: readonly Zaaktype[] }

/** Plans the zaken of the other inhabitants, up to the total. */
function planOthers(random: Random, { now, zaaktypen, verhalen }: Town & { verhalen: PlannedZaak[] }): PlannedZaak[] {
  const frequency = [...zaaktypen, ...zaaktypen.filter(({ identificatie }) => FREQUENT.includes(identificatie))]
  const before = [
    ...frequency,
    ...frequency.flatMap(() => Array(FREQUENT_BEFORE_TIMES).fill(findIn(zaaktypen, FREQUENT_BEFORE))),
  ]
  const beforeVerhalen = verhalen.filter(({ at }) => at < daysAfter(now, -RECENT_DAYS - 1)).length
  const aantalBefore = DEMO_ZAAK_NUMMER - 1 - beforeVerhalen
  const aantal = AANTAL_ZAKEN - verhalen.length
  const moments = Array.from({ length: aantal }, (_, index) => {
    // Not today, so that nothing happens after `now`.
    return duringOfficeHours(random, daysAfter(now, -daysAgo(index, { aantal, aantalBefore }) - 1))
  })
  moments.sort((a, b) => a.getTime() - b.getTime())
  return moments.map((at, index) =>
    planZaak(random, { at, now, zaaktype: random.pick(index < aantalBefore ? before : frequency) }),
  )
}

/** Sorts by registration, and places the zaak of the demo where it gets its zaaknummer. */
function withDemoZaakInPlace(zaken: PlannedZaak[]): PlannedZaak[] {
  const inOrder = zaken.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const [demoZaak] = inOrder.splice(
    inOrder.findIndex(({ id }) => id === DEMO_ZAAK_ID),
    1,
  )
  const before = inOrder[DEMO_ZAAK_NUMMER - 2]
  if (!demoZaak || !before) throw new Error('There are too few zaken')
  // All others are registered at whole seconds.
  demoZaak.at = new Date(before.at.getTime() + HALF_A_SECOND_MS)
  inOrder.splice(DEMO_ZAAK_NUMMER - 1, 0, demoZaak)
  return inOrder
}

function planVertrouwelijk(zaken: PlannedZaak[]): void {
  for (const team of new Set(zaken.map(({ zaaktype }) => zaaktype.team))) {
    const ofTeam = zaken.filter(({ zaaktype }) => zaaktype.team === team)
    for (const zaak of ofTeam.slice(-VERTROUWELIJK)) zaak.vertrouwelijk = true
  }
}

/** Reopens the newest two refused zaken that are old enough. One of them is granted then. */
function planReopenings(random: Random, zaken: PlannedZaak[], now: Date): void {
  const door = DEMO_BEHANDELAARS.find(({ rollen }) => rollen.includes('heropenen'))?.subject
  const refused = zaken.filter(({ steps }) => {
    const closing = closingOf(steps)
    return closing?.resultaat === 'geweigerd' && closing.at < daysAfter(now, -12)
  })
  for (const [index, { steps }] of refused.slice(-2).entries()) {
    const closing = closingOf(steps)
    if (!closing || !door) throw new Error('Nothing can be reopened')
    steps.push(...planReopening(random, { closing, door, resultaat: index === 0 ? 'verleend' : undefined }))
  }
}

function closingOf(steps: PlannedStep[]): (PlannedStep & PlannedStatus) | undefined {
  const last = steps.at(-1)
  return last?.soort === 'statuswijziging' && last.resultaat ? last : undefined
}

/** @param others the number of zaken, and how many of them are from before the recent ones */
function daysAgo(index: number, { aantal, aantalBefore }: { aantal: number; aantalBefore: number }): number {
  if (index >= aantalBefore) return RECENT_DAYS * ((aantal - index) / (aantal - aantalBefore + 1)) ** 1.2
  return RECENT_DAYS + (OLDEST_DAYS - RECENT_DAYS) * (1 - index / aantalBefore) ** 1.8
}

function planZaak(random: Random, { at, now, zaaktype }: { at: Date; now: Date; zaaktype: Zaaktype }): PlannedZaak {
  const behandelaar = pickBehandelaar(random, zaaktype)
  const ageInDays = (now.getTime() - at.getTime()) / DAY_MS - 1
  const progress = ageInDays / termInDays(zaaktype)
  const plan = random.chance(chanceOfClosed(progress))
    ? planClosing(random, zaaktype, ageInDays)
    : planProgress(random, zaaktype, ageInDays, progress)
  return {
    id: random.uuid(at),
    at,
    zaaktype,
    omschrijving: random.pick(OMSCHRIJVINGEN[zaaktype.identificatie] ?? []),
    aanvrager: random.pick(INWONERS),
    behandelaar: !plan.resultaat && random.chance(UNASSIGNED) ? null : behandelaar,
    vertrouwelijk: false,
    steps: withAanvulling(
      planSteps(random, { ...plan, zaaktype, from: at, to: daysAfter(at, plan.days), door: behandelaar }),
      at,
    ),
  }
}

/** @param progress the part of the legal term that has passed */
function chanceOfClosed(progress: number): number {
  if (progress > 1.2) return 0.97
  if (progress > 0.85) return 0.4
  return progress > 0.5 ? 0.1 : 0
}

/** Long enough for an aanvullingsverzoek whose last day passes. */
const LEAST_DAYS_WITH_AANVULLING = 12

type Plan = { statustypen: string[]; days: number; resultaat?: string }

function planClosing(random: Random, zaaktype: Zaaktype, ageInDays: number): Plan {
  const days = Math.min(ageInDays, termInDays(zaaktype) * random.between(0.4, 1))
  const unfinished = RESULTATEN_OF_UNFINISHED.filter(
    (resultaat) =>
      zaaktype.resultaattypen.some(({ code }) => code === resultaat) &&
      (resultaat !== BUITEN_BEHANDELING || days > LEAST_DAYS_WITH_AANVULLING),
  )
  const codes = zaaktype.statustypen.map(({ code }) => code)
  if (random.chance(UNFINISHED)) return { statustypen: codes.slice(-1), days, resultaat: random.pick(unfinished) }
  return { statustypen: codes.slice(1), days, resultaat: random.pick(RESULTATEN) }
}

function planProgress(random: Random, { statustypen }: Zaaktype, ageInDays: number, progress: number): Plan {
  const between = statustypen.slice(1, -1).map(({ code }) => code)
  const reached = Math.round(between.length * Math.min(1, progress * random.between(0.6, 1.6)))
  return { statustypen: between.slice(0, reached), days: ageInDays * random.between(0.5, 0.95) }
}

function pickBehandelaar(random: Random, { team }: Zaaktype): string {
  const zaak = { team, vertrouwelijk: true }
  return random.pick(DEMO_BEHANDELAARS.filter((behandelaar) => mag(behandelaar, 'behandelen', zaak))).subject
}

function termInDays({ doorlooptijd }: Zaaktype): number {
  const epoch = '1970-01-01'
  return daysBetween(epoch, addToDate(epoch, doorlooptijd.duur))
}
