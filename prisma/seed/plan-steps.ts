import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { daysAfter, duringOfficeHours, type Random } from './random.ts'
import { TOELICHTINGEN } from './toelichtingen.ts'

export type PlannedStatus = { soort: 'statuswijziging'; statustype: string; resultaat?: string | undefined }

/** An act, without who and when; as its use case takes it. */
export type PlannedHandeling = (
  | PlannedStatus
  | { soort: 'heropening' | 'correctie' }
  /** by law, not by a behandelaar */
  | { soort: 'aanvulling_verlopen' }
  | { soort: 'opschorting'; reden: string; op: string; tot: string }
  | { soort: 'hervatting' | 'aanvulling_ontvangen'; op: string }
  | { soort: 'verlenging'; dagen: number }
  | {
      soort: 'aanvullingsverzoek'
      uiterlijk: string
      aanvullingen: { naam: string; toelichting?: string; formulier?: string }[]
    }
) & { toelichting?: string | undefined }

export type PlannedStep = PlannedHandeling & {
  at: Date
  /** subject of the behandelaar */
  door: string
}

export type PlannedZaak = {
  id: string
  at: Date
  zaaktype: Zaaktype
  omschrijving: string
  aanvrager: { naam: string; bsn: string }
  /** subject */
  behandelaar: string | null
  vertrouwelijk: boolean
  steps: PlannedStep[]
}

const WITH_TOELICHTING = 0.6
const HALF_AN_HOUR_MS = 30 * 60 * 1000

type Course = {
  from: Date
  to: Date
  /** in order; the last step gets the resultaat */
  statustypen: string[]
  resultaat?: string | undefined
  door: string
  /** for the last step, instead of a random one */
  toelichting?: string | undefined
}

/** Spreads the steps evenly over the time between `from` and `to`, during office hours. */
export function planSteps(
  random: Random,
  { from, to, statustypen, door, ...last }: Course,
): (PlannedStep & PlannedStatus)[] {
  let previous = from
  return statustypen.map((statustype, index) => {
    const passed = (to.getTime() - from.getTime()) * ((index + 1) / statustypen.length)
    const planned = duringOfficeHours(random, new Date(from.getTime() + passed))
    previous = notBefore(previous, planned)
    const { resultaat, toelichting } = index === statustypen.length - 1 ? last : {}
    const chosen = random.pick(TOELICHTINGEN[resultaat ?? statustype] ?? [])
    const told = random.chance(WITH_TOELICHTING)
    return {
      at: previous,
      soort: 'statuswijziging' as const,
      statustype,
      resultaat,
      toelichting: toelichting ?? (told ? chosen : undefined),
      door,
    }
  })
}

/** `planned`, or half an hour after what came before it. */
export function notBefore(previous: Date, planned: Date): Date {
  return planned > previous ? planned : new Date(previous.getTime() + HALF_AN_HOUR_MS)
}

/** Reopens a closed zaak five days later; with a `resultaat` it is closed again five days after that. */
export function planReopening(
  random: Random,
  { closing, door, resultaat }: { closing: PlannedStep & PlannedStatus; door: string; resultaat: string | undefined },
): PlannedStep[] {
  const at = duringOfficeHours(random, daysAfter(closing.at, 5))
  const reopened = { at, soort: 'heropening' as const, door, toelichting: random.pick(TOELICHTINGEN.heropening ?? []) }
  if (!resultaat) return [reopened]
  const closedAgain = { ...closing, at: duringOfficeHours(random, daysAfter(at, 5)), resultaat }
  return [reopened, { ...closedAgain, toelichting: random.pick(TOELICHTINGEN[resultaat] ?? []) }]
}
