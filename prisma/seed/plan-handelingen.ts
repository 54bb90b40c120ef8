import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { PlannedHandeling, PlannedZaak } from './plan-steps.ts'
import { daysAfter } from './random.ts'

/** Minimum days since the last status, so that there is room for the acts that follow. */
const ROOM_DAYS = 8
/** Days between two acts. */
const PAUSE_DAYS = 3

const AANVULLINGEN = [
  {
    naam: 'Plattegrond met maten',
    toelichting: 'Teken ook de uitgangen.',
    formulier: 'https://www.example.nl/plattegrond',
  },
  { naam: 'Foto van de plek' },
]

type Course = (date: string, zaak: PlannedZaak) => PlannedHandeling[]

/**
 * The possible courses of the term of a zaak. `date` is that of the first act; the others follow after
 * PAUSE_DAYS each.
 */
const COURSES: Course[] = [
  (date) => [{ soort: 'opschorting', reden: 'aanvrager_stemt_in', op: date, tot: addToDate(date, 'P28D') }],
  (date) => [{ soort: 'aanvullingsverzoek', uiterlijk: addToDate(date, 'P28D'), aanvullingen: AANVULLINGEN }],
  () => [{ soort: 'verlenging', dagen: 14, toelichting: 'Wij wachten nog op advies van de brandweer.' }],
  (date) => [
    { soort: 'opschorting', reden: 'vertraging_aanvrager', op: date, tot: addToDate(date, 'P14D') },
    { soort: 'hervatting', op: addToDate(date, `P${PAUSE_DAYS}D`) },
  ],
  (date) => [
    { soort: 'aanvullingsverzoek', uiterlijk: addToDate(date, 'P14D'), aanvullingen: AANVULLINGEN.slice(1) },
    {
      soort: 'aanvulling_ontvangen',
      op: addToDate(date, `P${PAUSE_DAYS}D`),
      toelichting: 'Dank u wel. Wij hebben nu alles.',
    },
  ],
  (_, { zaaktype, steps }) => [
    { soort: 'statuswijziging', statustype: nextOf(zaaktype, steps) },
    { soort: 'correctie', toelichting: 'Wij hadden per ongeluk een verkeerde status gezet. Onze excuses.' },
  ],
]

/**
 * Gives some zaken that are on time a suspended or extended term, or an aanvullingsverzoek: each course
 * twice.
 */
export function planHandelingen(zaken: PlannedZaak[], now: Date): void {
  const candidates = zaken.filter((zaak) => hasRoom(zaak, now))
  for (const [index, zaak] of candidates.slice(-2 * COURSES.length).entries()) {
    const { steps, at: registered } = zaak
    const door = steps.at(-1)?.door ?? zaak.behandelaar
    if (!door) continue
    const begin = onWorkday(daysAfter(steps.at(-1)?.at ?? registered, 1))
    const acts = (COURSES[index % COURSES.length] as Course)(dateInAmsterdam(begin), zaak)
    steps.push(...acts.map((act, place) => ({ ...act, door, at: onWorkday(daysAfter(begin, place * PAUSE_DAYS)) })))
  }
}

/** Returns the same time on the next Monday when the moment falls in a weekend. */
function onWorkday(moment: Date): Date {
  const daysSinceSaturday = (moment.getUTCDay() + 1) % 7
  return daysSinceSaturday < 2 ? daysAfter(moment, 2 - daysSinceSaturday) : moment
}

function hasRoom({ zaaktype, at, steps, behandelaar }: PlannedZaak, now: Date): boolean {
  const last = steps.at(-1)
  const isOpen = last ? last.soort === 'statuswijziging' && !last.resultaat : true
  // While an ontwerp lies ter inzage, a zaak can neither be extended nor get its next status.
  const hasOntwerp = zaaktype.statustypen.some(({ minstens }) => minstens)
  const canGoOn = zaaktype.statustypen.length - 1 > steps.length + 1 && !hasOntwerp
  return (
    isOpen &&
    canGoOn &&
    behandelaar !== null &&
    zaaktype.verlengingstermijn !== null &&
    (last?.at ?? at) < daysAfter(now, -ROOM_DAYS)
  )
}

function nextOf({ statustypen }: PlannedZaak['zaaktype'], steps: PlannedZaak['steps']): string {
  const last = steps.findLast((step) => step.soort === 'statuswijziging')?.statustype
  const reached = last ? statustypen.findIndex(({ code }) => code === last) : 0
  return statustypen[reached + 1]?.code as string
}
