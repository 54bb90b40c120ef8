import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#lib/platform/durations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { actorOf, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { assignZaken } from '../zaak/toewijzing/assign-zaken.ts'
import { findSignaleringen } from './find-signaleringen.ts'
import { signaleerNietToegewezen } from './raise-signaleringen.ts'

const REGISTERED = new Date('2026-11-23T09:00:00Z')

let now = REGISTERED
const ctx = await openTestZaaksysteem({ clock: () => now })

const after = (ms: number) => new Date(REGISTERED.getTime() + ms)
const collega = async (naam: string, team: string, ...rollen: string[]) =>
  (await ctx.db.behandelaar.create({ data: { subject: naam, naam, team, rollen } })).id

test('coordinators of the team are told once of a zaak unassigned for two days, and again after it is given back', async () => {
  const { id } = await registerTestZaak(ctx)
  await ctx.db.zaak.update({ where: { id }, data: { behandelaarId: null } })
  const { team } = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  const coordinator = await collega('Coördinator', team, `coordinator:${team}`)
  const elders = await collega('Elders', 'Anders', 'coordinator:Anders')
  const gewoon = await collega('Gewoon', team, 'behandelaar')
  const told = async (behandelaarId: string) =>
    (await findSignaleringen(ctx, actorOf(behandelaarId))).map(({ soort, zaakId }) => [soort, zaakId])

  now = after(2 * DAY_MS - HOUR_MS)
  expect(await signaleerNietToegewezen(ctx)).toBe(0)
  now = after(2 * DAY_MS + HOUR_MS)
  expect(await signaleerNietToegewezen(ctx)).toBe(1)
  expect(await signaleerNietToegewezen(ctx), 'told once').toBe(0)
  expect(await told(coordinator)).toEqual([['niet_toegewezen', id]])
  expect([await told(elders), await told(gewoon)]).toEqual([[], []])

  const give = async (van: string | null, naar: string | null) => {
    const answer = await assignZaken(ctx, {
      zaken: [{ id, gezien: { behandelaarId: van, team } }],
      naar: { behandelaar: naar ? { id: naar } : null },
      door: { behandelaarId: coordinator },
      traceparent: TRACEPARENT,
    })
    expect(answer).toMatchObject({ ok: true, uitkomsten: [{ uitkomst: 'assigned' }] })
  }
  await give(null, gewoon)
  expect(await told(coordinator)).toEqual([])
  now = after(3 * DAY_MS)
  await give(gewoon, null)
  expect(await signaleerNietToegewezen(ctx)).toBe(0)
  now = after(5 * DAY_MS + HOUR_MS)
  expect(await signaleerNietToegewezen(ctx)).toBe(1)
})

test('a zaak that waited long before its team had a coordinator gives no signalering', async () => {
  now = after(30 * DAY_MS)
  expect(await signaleerNietToegewezen(ctx)).toBe(0)
})
