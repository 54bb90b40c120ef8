import { beforeEach, expect, test } from 'vitest'
import { clearAuditregels } from '../audit/test-auditregels.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { setVertrouwelijk } from '../zaak/vertrouwelijkheid/set-vertrouwelijk.ts'
import { openWerkvoorraad } from './open-werkvoorraad.ts'

const ctx = await openTestZaaksysteem()
beforeEach(async () => {
  await ctx.db.zaak.deleteMany()
  await clearAuditregels(ctx)
})

const looks = async (team: string, filter = {}, times = 1) => {
  const lezer = { team, rollen: ['lezer'] }
  const actor = { soort: 'behandelaar', id: crypto.randomUUID(), traceparent: TRACEPARENT } as const
  const query = { sorteer: 'zaaknummer', richting: 'op', afgehandeld: false, ...filter } as const
  for (let n = 0; n < times; n++) await openWerkvoorraad(ctx, { query, lezer, actor })
  const rows = await ctx.db.auditregel.findMany({ where: { actor: actor.id }, orderBy: { zaakId: 'asc' } })
  return rows.map(({ handeling, objectId, aantal, zaakId }) => ({ handeling, objectId, aantal, zaakId }))
}

test('a list of ordinary zaken records no look', async () => {
  await registerTestZaak(ctx)
  expect(await looks('Vergunningen')).toEqual([])
})

test('a list records a look at each zaak of a gevoelig zaaktype, once a minute; a search at each zaak it finds', async () => {
  const gevoelig = []
  for (const _ of [1, 2]) gevoelig.push((await registerTestZaak(ctx, { zaaktype: 'PARK-GPK' })).id)
  const ordinary = (await registerTestZaak(ctx)).id
  const look = { handeling: 'lijst_bekijken', objectId: 'open', aantal: null }
  const expected = gevoelig.map((zaakId) => ({ ...look, zaakId }))
  expect(await looks('Vergunningen')).toEqual(expected)
  expect(await looks('Vergunningen', {}, 2)).toEqual(expected)
  const found = [...gevoelig, ordinary].map((zaakId) => ({ ...look, handeling: 'zaken_zoeken', zaakId }))
  expect(await looks('Vergunningen', { zoek: 'Vries' })).toEqual(found)
  expect(await looks('Vergunningen', { zoek: 'Jansen' })).toEqual([])
  expect(await looks('Vergunningen', { zaaktype: 'APV-STAND' })).toEqual([])
})

test('a list records a look at a vertrouwelijke zaak for the readers who see it', async () => {
  const { id: zaakId, behandelaarId } = await registerTestZaak(ctx)
  const door = { behandelaarId }
  await setVertrouwelijk(ctx, { zaakId, vertrouwelijk: true, reden: 'Dreiging.', door, traceparent: TRACEPARENT })
  expect(await looks('Omgeving')).toEqual([])
  expect(await looks('Vergunningen')).toEqual([{ handeling: 'lijst_bekijken', objectId: 'open', aantal: null, zaakId }])
})
