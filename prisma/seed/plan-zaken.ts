import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { DEMO_BEHANDELAARS } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'
import { FIXED_ZAKEN, type FixedZaak, OWNER_OF_FIXED_ZAKEN } from './fixed-zaken.ts'
import { OMSCHRIJVINGEN } from './omschrijvingen.ts'
import { planHandelingen } from './plan-handelingen.ts'
import { type PlannedStatus, type PlannedStep, type PlannedZaak, planReopening, planSteps } from './plan-steps.ts'
import { DAY_MS, daysAfter, duringOfficeHours, type Random } from './random.ts'

export const AANTAL_ZAKEN = 240

/** The last four weeks have as many zaken as the eight months before, of which most were closed and removed. */
const RECENT_FROM = 122
const RECENT_DAYS = 28
const OLDEST_DAYS = 270

/** Some zaaktypen occur more often than others. */
const FREQUENT = ['OMG-REG', 'APV-EVEN', 'PARK-BEW']
/** Half of the older zaken, so that there are enough to say how long the zaak of the demo takes. */
const FREQUENT_BEFORE = 'APV-EVEN'
/** Three out of four are granted. */
const RESULTATEN = ['verleend', 'verleend', 'verleend', 'geweigerd']
/** The resultaten of a zaak that is closed before it was assessed. */
const RESULTATEN_OF_UNFINISHED = ['buiten_behandeling', 'ingetrokken']
const UNFINISHED = 0.15
const UNASSIGNED = 0.12
/** How many of the newest zaken of each team only that team sees. */
const VERTROUWELIJK = 2

/** All zaken in order of registration, each with its history up to `now`. */
export function planZaken(
  random: Random,
  { now, zaaktypen }: { now: Date; zaaktypen: readonly Zaaktype[] },
): PlannedZaak[] {
  const frequency = [...zaaktypen, ...zaaktypen.filter(({ identificatie }) => FREQUENT.includes(identificatie))]
  const before = frequency.map(() => findIn(zaaktypen, FREQUENT_BEFORE))
  const moments = Array.from({ length: AANTAL_ZAKEN }, (_, index) => {
    // not today, so that nothing happens after `now`
    return duringOfficeHours(random, daysAfter(now, -daysAgo(index) - 1))
  })
  moments.sort((a, b) => a.getTime() - b.getTime())
  const zaken = moments.map((at, index) => {
    const fixed = FIXED_ZAKEN[index + 1]
    return fixed
      ? planFixedZaak(random, at, { ...fixed, zaaktype: findIn(zaaktypen, fixed.zaaktype) })
      : planZaak(random, {
          at,
          now,
          zaaktype: random.pick(index < RECENT_FROM ? [...frequency, ...before] : frequency),
        })
  })
  planVertrouwelijk(zaken)
  planReopenings(random, zaken, now)
  planHandelingen(zaken, now)
  return zaken
}

function planVertrouwelijk(zaken: PlannedZaak[]): void {
  for (const team of new Set(zaken.map(({ zaaktype }) => zaaktype.team))) {
    const ofTeam = zaken.filter(({ zaaktype, aanvrager }) => {
      return zaaktype.team === team && aanvrager.id !== OWNER_OF_FIXED_ZAKEN
    })
    for (const zaak of ofTeam.slice(-VERTROUWELIJK)) zaak.vertrouwelijk = true
  }
}

/** Reopens the newest two refused zaken that are old enough; one of them is granted then. */
function planReopenings(random: Random, zaken: PlannedZaak[], now: Date): void {
  const door = DEMO_BEHANDELAARS.find(({ rollen }) => rollen.includes('heropenen'))?.subject
  const refused = zaken.filter(({ aanvrager, steps }) => {
    const closing = closingOf(steps)
    return (
      closing?.resultaat === 'geweigerd' && aanvrager.id !== OWNER_OF_FIXED_ZAKEN && closing.at < daysAfter(now, -12)
    )
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

function daysAgo(index: number): number {
  if (index >= RECENT_FROM) return RECENT_DAYS * ((AANTAL_ZAKEN - index) / (AANTAL_ZAKEN - RECENT_FROM)) ** 1.2
  return RECENT_DAYS + (OLDEST_DAYS - RECENT_DAYS) * (1 - index / RECENT_FROM) ** 1.8
}

function findIn(zaaktypen: readonly Zaaktype[], identificatie: string): Zaaktype {
  const zaaktype = zaaktypen.find((one) => one.identificatie === identificatie)
  if (!zaaktype) throw new Error(`There is no zaaktype ${identificatie}`)
  return zaaktype
}

function planFixedZaak(
  random: Random,
  at: Date,
  fixed: Omit<FixedZaak, 'zaaktype'> & { zaaktype: Zaaktype },
): PlannedZaak {
  const { zaaktype, omschrijving, statustype, resultaat, behandelaar } = fixed
  const aanvrager = DEMO_BURGERS.find(({ id }) => id === OWNER_OF_FIXED_ZAKEN)
  if (!aanvrager) throw new Error(`There is no demo person ${OWNER_OF_FIXED_ZAKEN}`)
  const statustypen = zaaktype.statustypen.map(({ code }) => code)
  const days = resultaat ? termInDays(zaaktype) * 0.7 : 4
  const steps = planSteps(random, {
    from: at,
    to: daysAfter(at, days),
    statustypen: statustypen.slice(1, statustypen.indexOf(statustype) + 1),
    resultaat,
    door: behandelaar ?? pickBehandelaar(random, zaaktype),
    toelichting: fixed.toelichting,
  })
  return {
    id: fixed.id ?? random.uuid(at),
    at,
    zaaktype,
    omschrijving,
    aanvrager,
    behandelaar,
    vertrouwelijk: false,
    steps,
  }
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
    aanvrager: random.pick(DEMO_BURGERS.filter(({ id }) => id !== OWNER_OF_FIXED_ZAKEN)),
    behandelaar: !plan.resultaat && random.chance(UNASSIGNED) ? null : behandelaar,
    vertrouwelijk: false,
    steps: planSteps(random, { ...plan, from: at, to: daysAfter(at, plan.days), door: behandelaar }),
  }
}

/** @param progress the part of the legal term that has passed */
function chanceOfClosed(progress: number): number {
  if (progress > 1.2) return 0.97
  if (progress > 0.85) return 0.4
  return progress > 0.5 ? 0.1 : 0
}

type Plan = { statustypen: string[]; days: number; resultaat?: string }

function planClosing(random: Random, zaaktype: Zaaktype, ageInDays: number): Plan {
  const days = Math.min(ageInDays, termInDays(zaaktype) * random.between(0.4, 1))
  const unfinished = RESULTATEN_OF_UNFINISHED.filter((resultaat) =>
    zaaktype.resultaattypen.some(({ code }) => code === resultaat),
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
  return daysBetween(epoch, addToDate(epoch, doorlooptijd))
}
