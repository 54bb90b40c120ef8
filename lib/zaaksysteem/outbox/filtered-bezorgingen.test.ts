import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AbonnementFilter, abonnementFilters } from '#lib/contract/abonnement-filters.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { findGebeurtenissen } from '../stroom/find-gebeurtenissen.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { removeZaak } from '../zaak/bewaren/remove-zaak.ts'
import { performNamed } from '../zaak/handelingen/handelingen.ts'
import { COURSE, FIRST_DAY, inputOf } from '../zaak/handelingen/test-course.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { distributeGebeurtenissen } from './distribute-gebeurtenissen.ts'

const ABONNEMENTEN = 150
const ZAAKTYPE = 'APV-STAND'
const at = (day: string) => new Date(`${day}T08:12:00Z`)

let now = at(FIRST_DAY)
const ctx = await openTestZaaksysteem({ clock: () => now })

type Event = { id: string; type: string; subject: string; eindstatus?: boolean; data: { nieuweStatus?: string } }

/** The attributes of an event that filters can match. */
function attributesOf({ type, subject, eindstatus, data }: Event): Record<string, string | undefined> {
  return { type, subject, zaaktype: ZAAKTYPE, nieuweStatus: data.nieuweStatus, eindstatus: eindstatus?.toString() }
}

/** A literal implementation of the specification: subscriptions 3.2.4. */
function isWanted(filter: AbonnementFilter, event: Event): boolean {
  if ('all' in filter) return !filter.all.some((each) => !isWanted(each, event))
  if ('any' in filter) return filter.any.some((each) => isWanted(each, event))
  if ('not' in filter) return !isWanted(filter.not, event)
  const [[dialect = '', wanted = {}] = []] = Object.entries(filter)
  return Object.entries(wanted).every(([name, value]) => {
    const text = attributesOf(event)[name]
    if (text === undefined) return false
    if (dialect === 'exact') return text === value
    return dialect === 'prefix' ? text.indexOf(value) === 0 : text.slice(-value.length) === value
  })
}

const partOf = (...texts: string[]) =>
  fc.oneof(
    fc.constantFrom(...texts),
    fc.tuple(fc.constantFrom(...texts), fc.nat(40)).map(([text, length]) => text.slice(0, length + 1)),
    fc.tuple(fc.constantFrom(...texts), fc.nat(40)).map(([text, length]) => text.slice(-length - 1)),
  )

const comparison = (subject: string) =>
  fc
    .record(
      {
        type: partOf(...Object.values(EVENT_TYPES)),
        subject: partOf(subject),
        zaaktype: partOf(ZAAKTYPE, 'OMG-KAP'),
        nieuweStatus: partOf('aanvraag_ontvangen', 'in_behandeling', 'vergunning_geweigerd', 'vergunning_verleend'),
        eindstatus: fc.constant('true' as const),
      },
      { requiredKeys: [] },
    )
    .filter((attributes) => [1, 2].includes(Object.keys(attributes).length))

const filtersOf = (subject: string) =>
  fc
    .array(
      fc.letrec<{ filter: AbonnementFilter }>((tie) => ({
        filter: fc.oneof(
          { maxDepth: 3 },
          fc.record({ exact: comparison(subject) }),
          fc.record({ prefix: comparison(subject) }),
          fc.record({ suffix: comparison(subject) }),
          fc.record({ all: fc.array(tie('filter'), { minLength: 1, maxLength: 2 }) }),
          fc.record({ any: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
          fc.record({ not: tie('filter') }),
        ),
      })).filter,
      { minLength: 1, maxLength: 2 },
    )
    .filter((filters) => abonnementFilters.safeParse(filters).success)

/** Makes one event of each kind, and some more. */
async function makeEveryEvent(): Promise<{ zaakId: string; events: Event[] }> {
  const {
    id: zaakId,
    change,
    behandelaarId,
  } = await registerTestZaak(ctx, {
    zaaktype: ZAAKTYPE,
    rollen: ['heropenen', 'beheerder'],
  })
  for (const [index, { naam, input, on = FIRST_DAY, before }] of COURSE.entries()) {
    now = at(on)
    await before?.(ctx, zaakId)
    const done = await performNamed(ctx, naam, { ...change, ...(await inputOf(ctx, input, zaakId)), versie: index + 1 })
    expect(done).toMatchObject({ ok: true })
  }
  await removeZaak(ctx, { ...change, versie: COURSE.length + 1, grond: 'vergissing', door: { behandelaarId } })
  const rows = await ctx.db.gebeurtenis.findMany({ orderBy: { sequence: 'asc' } })
  return { zaakId, events: rows.map(({ body }) => JSON.parse(body ?? '')) }
}

test('for any filters an abonnement and a reader get exactly the events that match by the specification', async () => {
  const { zaakId, events } = await makeEveryEvent()
  const chosen = fc.sample(filtersOf(zaakId), ABONNEMENTEN)
  const wanted = chosen.map((filters) =>
    events.filter((event) => filters.every((filter) => isWanted(filter, event))).map(({ id }) => id),
  )
  const abonnementen: string[] = []
  for (const filters of chosen) abonnementen.push(await addAbonnement(ctx, { filters }))
  await distributeGebeurtenissen(ctx)
  const bezorgingen = await ctx.db.bezorging.findMany({ orderBy: { sequence: 'asc' } })
  for (const [index, filters] of chosen.entries()) {
    const got = bezorgingen.filter(({ abonnementId }) => abonnementId === abonnementen[index])
    const said = JSON.stringify(filters)
    expect(
      got.map(({ gebeurtenisId }) => gebeurtenisId),
      said,
    ).toEqual(wanted[index])
    const page = await findGebeurtenissen(ctx, { vanaf: 0, limiet: 100, selectie: { filters } })
    if (!page.ok) throw new Error(page.reason)
    expect(
      JSON.parse(page.batch).map(({ id }: Event) => id),
      said,
    ).toEqual(wanted[index])
    // Filtered events leave no gap.
    expect(page.totSequence).toBe(events.length)
  }
  expect(new Set(wanted.map(String)).size).toBeGreaterThan(10)
})
