import { daysAfter, duringOfficeHours, type Random } from './random.ts'
import { TOELICHTINGEN } from './toelichtingen.ts'

export type PlannedStep = {
  at: Date
  soort: 'statuswijziging' | 'heropening'
  /** of the zaaktype; a heropening finds its own */
  statustype: string
  resultaat?: string | undefined
  toelichting?: string | undefined
  /** subject of the behandelaar */
  door: string
}

const WITH_TOELICHTING = 0.6
const HALF_AN_HOUR_MS = 30 * 60 * 1000

type Course = {
  from: Date
  to: Date
  /** in order; the last gets the resultaat */
  statustypen: string[]
  resultaat?: string | undefined
  door: string
  /** with the last step, in place of a chosen one */
  toelichting?: string | undefined
}

/** Spreads steps evenly over the time that they took. */
export function planSteps(random: Random, { from, to, statustypen, door, ...last }: Course): PlannedStep[] {
  let previous = from
  return statustypen.map((statustype, index) => {
    const passed = (to.getTime() - from.getTime()) * ((index + 1) / statustypen.length)
    const planned = duringOfficeHours(random, new Date(from.getTime() + passed))
    previous = planned > previous ? planned : new Date(previous.getTime() + HALF_AN_HOUR_MS)
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

/** A closed zaak is taken up again five days later; with a resultaat it is closed anew, five days after that. */
export function planReopening(
  random: Random,
  { closing, door, resultaat }: { closing: PlannedStep; door: string; resultaat: string | undefined },
): PlannedStep[] {
  const at = duringOfficeHours(random, daysAfter(closing.at, 5))
  const reopening = { ...closing, at, soort: 'heropening' as const, resultaat: undefined, door }
  const reopened = { ...reopening, toelichting: random.pick(TOELICHTINGEN.heropening ?? []) }
  if (!resultaat) return [reopened]
  const closedAgain = { ...closing, at: duringOfficeHours(random, daysAfter(at, 5)), resultaat }
  return [reopened, { ...closedAgain, toelichting: random.pick(TOELICHTINGEN[resultaat] ?? []) }]
}
