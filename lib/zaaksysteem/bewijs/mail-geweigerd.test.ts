import { beforeEach, expect, test } from 'vitest'
import type { Bewijssoort } from '#lib/contract/bewijzen.ts'
import { apiActor } from '../audit/api-actor.ts'
import { findSignaleringen } from '../signalering/find-signaleringen.ts'
import { markSignaleringenGezien } from '../signalering/mark-signaleringen-gezien.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { actorOf, registerTestZaak } from '../zaak/test-zaak.ts'
import { assignZaken } from '../zaak/toewijzing/assign-zaken.ts'
import { recordBewijzen } from './record-bewijzen.ts'

const NOW = new Date('2026-11-27T08:12:00Z')
let now = NOW
const ctx = await openTestZaaksysteem({ clock: () => now })
beforeEach(async () => {
  now = NOW
  await ctx.db.signalering.deleteMany()
})

/** Registers a zaak, changes it to these statustypen, and returns the ids of all its events. */
async function changed(...statustypen: string[]) {
  const zaak = await registerTestZaak(ctx)
  const ids = [zaak.gebeurtenisId]
  for (const [index, statustype] of statustypen.entries()) {
    const done = await changeStatus(ctx, { ...zaak.change, versie: index + 1, statustype, resultaat: 'verleend' })
    if (!done.ok) throw new Error(done.reason)
    ids.push(done.gebeurtenisId)
  }
  return { ...zaak, ids }
}

function report(
  ids: string[],
  { client = 'publieksportaal', soort = 'mail_geweigerd' }: { client?: string; soort?: Bewijssoort } = {},
) {
  const bewijzen = ids.map((gebeurtenisId) => ({ gebeurtenisId, soort, tijdstip: NOW }))
  const actor = apiActor(client, new Request('http://localhost'))
  return recordBewijzen(ctx, { bewijzen, zaaktypen: undefined, actor })
}
const told = async (behandelaarId: string) =>
  (await findSignaleringen(ctx, actorOf(behandelaarId))).map(({ soort, zaakId }) => [soort, zaakId])

test('a refused mail is signalled to the behandelaar once, for all changes in it', async () => {
  const { id, behandelaarId, ids } = await changed('in_behandeling')
  expect(await report(ids)).toEqual(['recorded', 'recorded'])
  expect(await told(behandelaarId)).toEqual([['mail_geweigerd', id]])
  expect(await report(ids)).toEqual(['recorded', 'recorded'])
  expect(await report(ids, { client: 'ander' })).toEqual(['recorded', 'recorded'])
  expect(await told(behandelaarId)).toEqual([['mail_geweigerd', id]])
})

test('a refused mail about several zaken is signalled for each', async () => {
  const [een, twee] = [await changed(), await changed()]
  await report([...een.ids, ...twee.ids])
  expect(await told(een.behandelaarId)).toEqual([['mail_geweigerd', een.id]])
  expect(await told(twee.behandelaarId)).toEqual([['mail_geweigerd', twee.id]])
})

test('a later refusal is signalled again only after the first signalering was seen', async () => {
  const { id, behandelaarId, ids } = await changed('in_behandeling', 'besluit_genomen')
  const [first, second, third] = ids as [string, string, string]
  await report([first])
  await report([second])
  expect(await ctx.db.signalering.count({ where: { zaakId: id } })).toBe(1)
  await markSignaleringenGezien(ctx, { behandelaarId, of: { zaakId: id } })
  await report([first, second])
  expect(await told(behandelaarId)).toEqual([])
  await report([third])
  expect(await told(behandelaarId)).toEqual([['mail_geweigerd', id]])
})

test('other soorten and refused bewijzen make no signalering', async () => {
  const { behandelaarId, ids } = await changed()
  for (const soort of ['gemaild', 'gezien', 'mail_vervangen'] as const) {
    await report(ids, { soort })
  }
  expect(await report([crypto.randomUUID()])).toEqual(['gebeurtenis_unknown'])
  expect(await told(behandelaarId)).toEqual([])
})

test('a refused mail about a closed zaak is signalled too', async () => {
  const { id, behandelaarId, ids } = await changed()
  await report(ids)
  await ctx.db.zaak.update({ where: { id }, data: { einddatum: new Date('2026-11-27') } })
  expect(await told(behandelaarId)).toEqual([['mail_geweigerd', id]])
})

test('a refused mail about an unassigned zaak is signalled at its next toewijzing, unless an earlier behandelaar was told', async () => {
  const { id, behandelaarId, ids } = await changed('in_behandeling')
  const [first, second] = ids as [string, string]
  const assign = async (behandelaar: { id: string } | null) => {
    const door = { behandelaarId }
    const answer = await assignZaken(ctx, { zaken: [{ id }], naar: { behandelaar }, door })
    expect(answer).toMatchObject({ uitkomsten: [{ uitkomst: 'assigned' }] })
  }
  await report([first])
  await markSignaleringenGezien(ctx, { behandelaarId, of: { zaakId: id } })
  await assign(null)
  await assign({ id: behandelaarId })
  expect(await told(behandelaarId)).toEqual([])

  await assign(null)
  now = new Date(NOW.getTime() + 60_000)
  await report([second])
  expect(await told(behandelaarId)).toEqual([])
  await assign({ id: behandelaarId })
  expect(await told(behandelaarId)).toEqual([['mail_geweigerd', id]])
})
