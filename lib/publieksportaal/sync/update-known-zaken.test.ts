import { expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { HANDELINGEN, testZaak } from '../test-zaak.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import { markGezien } from '../zaak/mark-gezien.ts'
import { storeZaak, updateKnownZaken } from './store-zaak.ts'

const [EEN, ANDER, DERDE] = DEMO_BURGERS.map(({ bsn }) => bsn) as [string, string, string]
const ctx = await openTestPublieksportaal()

async function known(options: Parameters<typeof testZaak>[0] = {}) {
  const zaak = testZaak({ bsn: EEN, ...options })
  await storeZaak(ctx, zaak)
  return zaak
}

/** Returns the zaak with one more status. */
function next(zaak: ZaakResource, statuscode: string, statustoelichting: string | null = null): ZaakResource {
  const versie = zaak.versie + 1
  const [fresh] = testZaak({ statuscodes: [statuscode] }).statussen
  const status = {
    ...(fresh as NonNullable<typeof fresh>),
    versie,
    soort: 'statuswijziging' as const,
    statustoelichting,
  }
  return { ...zaak, versie, status: statuscode, statussen: [...zaak.statussen, status] }
}

const row = (id: string) => ctx.db.zaak.findUniqueOrThrow({ where: { id } })
const uuids = (zaken: ZaakResource[]) => new Set(zaken.map(({ uuid }) => uuid))

test('an update writes the new parts, keeps the others and tells the citizen once', async () => {
  const zaak = await known({ statuscodes: ['ontvangen', 'in_behandeling'], toelichting: 'Eerst dit.' })
  const { id: burgerId } = await findOrCreateBurger(ctx, EEN)
  await markGezien(ctx, { burgerId, namens: null, zaakId: zaak.uuid, versie: 2 })
  const before = await row(zaak.uuid)
  const closed = { ...next(zaak, 'verleend', 'En nu dit.'), einddatum: '2026-12-01', omschrijving: 'Anders' }

  expect(await updateKnownZaken(ctx, [closed])).toEqual(uuids([zaak]))

  expect(await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })).toMatchObject({
    omschrijving: 'Anders',
    einddatum: '2026-12-01',
    statuscode: 'verleend',
    versie: 3,
    gezienVersie: 2,
    bijgewerktOp: new Date('2026-11-10T09:00:00Z'),
    statussen: [
      { versie: 1 },
      { versie: 2, statustoelichting: 'Eerst dit.' },
      { versie: 3, statustoelichting: 'En nu dit.' },
    ],
  })
  expect((await row(zaak.uuid)).liveVolgnummer).toBe(before.liveVolgnummer + 1)
  expect(await storeZaak(ctx, closed)).toBe('unchanged')
})

test.each(HANDELINGEN)('%s is written, also to an old row without dates', async (_what, part) => {
  const zaak = await known({ statuscodes: ['ontvangen', 'in_behandeling'] })
  await ctx.pool.query('update status set einddatum_gepland = null, uiterlijke_einddatum = null where zaak_id = $1', [
    zaak.uuid,
  ])
  const statussen = zaak.statussen.map((status) => ({ ...status, reden: 'overmacht' }))
  const changed = { ...zaak, ...part, statussen }
  expect(await updateKnownZaken(ctx, [changed])).toEqual(uuids([zaak]))

  const { id: burgerId } = await findOrCreateBurger(ctx, EEN)
  const row = { reden: 'overmacht', einddatumGepland: '2026-12-20', uiterlijkeEinddatumAfdoening: '2027-01-05' }
  expect(await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })).toMatchObject({ ...part, statussen: [row, row] })
  expect(await storeZaak(ctx, changed)).toBe('unchanged')
})

test('the zaken of one fetch commit together, and unchanged zaken are not written', async () => {
  const same = await known()
  const before = await row(same.uuid)
  const changed = await Promise.all([1, 2, 3, 4].map(async () => next(await known(), 'besluit', 'Kijk.')))

  expect(await updateKnownZaken(ctx, [same, ...changed])).toEqual(uuids([same, ...changed]))

  expect(await row(same.uuid)).toEqual(before)
  const { rows } = await ctx.pool.query('select distinct xmin::text from zaak where id = any($1::uuid[])', [
    changed.map(({ uuid }) => uuid),
  ])
  expect(rows).toHaveLength(2)
})

test('the zaken of one fetch lock their burgers in the same order as concurrent events', async () => {
  const burgers = await Promise.all([EEN, ANDER].map(async (bsn) => ({ bsn, ...(await findOrCreateBurger(ctx, bsn)) })))
  const [low, high] = burgers.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as [(typeof burgers)[0], (typeof burgers)[0]]
  // The first one commits at once; those that arrive meanwhile commit together.
  const alone = await known({ bsn: DERDE })
  // registered in sequence, so that their ids have the opposite order of the burgers
  const zaken = [await known({ bsn: high.bsn }), await known({ bsn: low.bsn })]
  const holder = await ctx.pool.connect()
  await holder.query('begin')
  await holder.query('select from burger where id = $1 for update', [low.id])
  const updated = updateKnownZaken(
    ctx,
    [alone, ...zaken].map((zaak) => next(zaak, 'besluit')),
  )
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await ctx.pool.query(waiting)).rowCount, { interval: 5 }).toBe(1)
  // The burger that is locked later must be free. On a busy machine the group may have timed out; then each
  // zaak goes on alone and may hold this lock for a moment.
  await holder.query(`set local lock_timeout = '100ms'`)
  await holder.query('select from burger where id = $1 for update', [high.id])
  await holder.query('commit')
  holder.release()
  expect(await updated).toEqual(uuids([alone, ...zaken]))
})

test.each<[string, (zaak: ZaakResource) => ZaakResource]>([
  ['an unknown zaak', () => testZaak({ bsn: EEN })],
  ['an older versie', (zaak) => ({ ...zaak, versie: 1, statussen: zaak.statussen.slice(0, 1) })],
  ['a zaak that is another citizen’s', (zaak) => ({ ...zaak, initiator: { bsn: ANDER } })],
  ['other texts', (zaak) => ({ ...zaak, zaaktype: { ...zaak.zaaktype, omschrijving: { nl: 'Nieuw', en: 'New' } } })],
  [
    'a status that has another place',
    (zaak) => {
      const [first, second] = zaak.statussen as [ZaakResource['statussen'][number], ZaakResource['statussen'][number]]
      const [missed] = testZaak({ statuscodes: ['in_behandeling'] }).statussen as [typeof first]
      return { ...zaak, versie: 3, statussen: [first, { ...missed, versie: 2 }, { ...second, versie: 3 }] }
    },
  ],
])('%s is left to storeZaak and does not block others', async (_what, change) => {
  const zaak = await known({ statuscodes: ['ontvangen', 'in_advies'] })
  const before = await row(zaak.uuid)
  const other = next(await known(), 'besluit')
  expect(await updateKnownZaken(ctx, [change(zaak), other])).toEqual(uuids([other]))
  expect(await row(zaak.uuid)).toEqual(before)
})

test('a status is never stored with another zaak', async () => {
  const [one, other] = [await known({ toelichting: 'Van mij.' }), await known({ bsn: ANDER })]
  const [taken] = one.statussen
  const stolen = { ...taken, versie: 2, statustoelichting: 'Van een ander.' } as NonNullable<typeof taken>
  const wrong = { ...other, versie: 2, statussen: [...other.statussen, stolen] }
  expect(await updateKnownZaken(ctx, [wrong])).toEqual(new Set())
  expect(await ctx.db.status.findMany({ where: { zaakId: one.uuid } })).toMatchObject([
    { statustoelichting: 'Van mij.' },
  ])
})

test('a concurrent change is not overwritten', async () => {
  const zaak = await known()
  const client = await ctx.pool.connect()
  await client.query('begin')
  const change = `
    update zaak set gegevens = gegevens || '{"omschrijving":"Anders"}', live_volgnummer = live_volgnummer + 1
    where id = $1`
  await client.query(change, [zaak.uuid])

  const updating = updateKnownZaken(ctx, [next(zaak, 'besluit', 'Kijk.')])
  // The wait is short, so a busy machine may miss it. `client` cannot poll, because inside its transaction
  // pg_stat_activity does not show newer connections.
  let isOver = false
  void updating.finally(() => {
    isOver = true
  })
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  while (!isOver && (await ctx.pool.query(waiting)).rowCount === 0) {}
  await client.query('commit')
  client.release()

  expect(await updating).toEqual(new Set())
  expect(await row(zaak.uuid)).toMatchObject({ gegevens: { omschrijving: 'Anders' }, versie: 1 })
})
