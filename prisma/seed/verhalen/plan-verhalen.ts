import { Temporal } from 'temporal-polyfill'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { isVrijeDag, naarWerkdag } from '#lib/platform/feestdagen.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { findIn } from '../find-in.ts'
import {
  BUITEN_BEHANDELING,
  justAfter,
  notBefore,
  type PlannedHandeling,
  type PlannedStep,
  type PlannedZaak,
  planSteps,
  withAanvulling,
} from '../plan-steps.ts'
import { duringOfficeHours, type Random } from '../random.ts'
import type { Handeling, VerhaalZaak } from './verhaal.ts'
import { VERHALEN } from './verhalen.ts'

type Town = { now: Date; zaaktypen: readonly Zaaktype[] }

/** Plans the zaken of the citizens of the demo, each with its history up to `now`. */
export function planVerhalen(random: Random, town: Town): PlannedZaak[] {
  return VERHALEN.flatMap(({ burger, zaken }) => {
    const aanvrager = DEMO_BURGERS.find(({ id }) => id === burger)
    if (!aanvrager) throw new Error(`There is no demo person ${burger}`)
    return zaken.map((zaak) => planVerhaalZaak(random, { ...town, zaak, aanvrager }))
  })
}

function planVerhaalZaak(
  random: Random,
  { now, zaaktypen, zaak, aanvrager }: Town & { zaak: VerhaalZaak; aanvrager: PlannedZaak['aanvrager'] },
): PlannedZaak {
  const today = dateInAmsterdam(now)
  const zaaktype = findIn(zaaktypen, zaak.zaaktype)
  const onWorkday = (date: string) => duringOfficeHours(random, noonOf(workdayBefore(date)))
  const on = (dagenGeleden: number) => onWorkday(inDays(today, -dagenGeleden))
  const at = on(zaak.dagenGeleden)
  const { id = random.uuid(at), omschrijving, behandelaar, vertrouwelijk = false, einde, stappen = [] } = zaak
  const steps: PlannedStep[] = []
  if (einde) {
    const { dagenGeleden, ...last } = einde
    const codes = zaaktype.statustypen.map(({ code }) => code)
    const statustypen = UNFINISHED.includes(einde.resultaat) ? codes.slice(-1) : codes.slice(1)
    const door = doorOf(zaak, {})
    for (const step of planSteps(random, { zaaktype, from: at, to: on(dagenGeleden), statustypen, door, ...last })) {
      steps.push({ ...step, at: notBefore(steps.at(-1)?.at ?? at, onWorkday(dateInAmsterdam(step.at))) })
    }
  }
  steps.splice(0, steps.length, ...withAanvulling(steps, at))
  for (const stap of stappen) {
    const before = steps.at(-1)?.at ?? at
    steps.push(...planStap(stap, { at: notBefore(before, on(stap.dagenGeleden)), door: doorOf(zaak, stap), today }))
  }
  return { id, at, zaaktype, omschrijving, aanvrager, behandelaar, vertrouwelijk, steps }
}

/** The resultaten of a zaak that is closed before it was assessed. */
const UNFINISHED = [BUITEN_BEHANDELING, 'ingetrokken']

function doorOf({ omschrijving, behandelaar }: VerhaalZaak, { door = behandelaar }: { door?: string | null }): string {
  if (!door) throw new Error(`Nobody can have acted on ${omschrijving}`)
  return door
}

/** Adds the lapse by law after an aanvulling that did not come by its last day. */
function planStap(stap: Handeling, { today, ...act }: { at: Date; door: string; today: string }): PlannedStep[] {
  const planned = { ...toPlanned(stap, { today, op: dateInAmsterdam(act.at) }), toelichting: stap.toelichting, ...act }
  if (planned.soort !== 'aanvullingsverzoek' || planned.uiterlijk >= today) return [planned]
  return [planned, { soort: 'aanvulling_verlopen', at: justAfter(planned.uiterlijk), door: act.door }]
}

function toPlanned(stap: Handeling, { today, op }: { today: string; op: string }): PlannedHandeling {
  switch (stap.soort) {
    case 'opschorting':
      return { soort: stap.soort, reden: stap.reden, op, tot: inDays(today, stap.totOverDagen) }
    case 'hervatting':
      return { soort: stap.soort, op }
    case 'aanvullingsverzoek': {
      const uiterlijk = naarWerkdag(inDays(today, stap.uiterlijkOverDagen))
      return { soort: stap.soort, uiterlijk, aanvullingen: stap.aanvullingen }
    }
    default:
      return stap
  }
}

function inDays(today: string, days: number): string {
  return Temporal.PlainDate.from(today).add({ days }).toString()
}

/** Returns the day itself, or the last workday before it. */
function workdayBefore(date: string): string {
  return isVrijeDag(date) ? workdayBefore(inDays(date, -1)) : date
}

const noonOf = (date: string) => new Date(`${date}T12:00:00Z`)
