import { afterEach, beforeEach, expect, test } from 'vitest'
import { VOORVAL_DATA, VOORVAL_TYPES, type Voorval } from '#lib/contract/event-types.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { resumeAbonnement } from '../abonnement/pause-abonnement.ts'
import { createTestClient } from '../api-client/test-api-client.ts'
import { OPDRACHTREGEL as actor } from '../audit/recorded-transaction.ts'
import { distributeAndClaim } from '../bezorging/claim/distribute-and-lease.ts'
import { recordPogingen } from '../bezorging/record/record-pogingen.ts'
import { addAbonnement, endedPoging } from '../bezorging/test-abonnement.ts'
import { processHerstelacties, requestHerstel } from '../herstel/herstelactie.ts'
import { answerApi } from '../openapi/operations.ts'
import { findGebeurtenissen } from '../stroom/find-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { purgeExpired } from '../upkeep/purge-expired.ts'
import { superviseFailing } from '../upkeep/supervise-failing.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { tellVoorvallen } from './tell-voorvallen.ts'

const CLIENT = 'publieksportaal'
const ALL = Object.values(VOORVAL_TYPES)
/** After all times that the database sets by its own clock. */
const BEGIN = new Date(Date.now() + DAY_MS)
const FAILED = { httpStatus: 503, foutsoort: 'http_5xx' } as const

let ctx: TestZaaksysteem
let now: Date
beforeEach(async () => {
  now = BEGIN
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterEach(() => ctx.close())

const watch = (fields: Parameters<typeof addAbonnement>[1] = {}) =>
  addAbonnement(ctx, { client: CLIENT, types: ALL, ...fields })

/** Claims what is due, and records the outcome for all of it. */
async function attempt(outcome: Parameters<typeof endedPoging>[2]) {
  const { claimed } = await distributeAndClaim(ctx, { limit: 100 })
  await recordPogingen(
    ctx,
    claimed.map((bezorging) => endedPoging(ctx, bezorging, outcome)),
  )
}

/** Returns the voorvallen that the watcher got, with their abonnement. */
async function toldTo(abonnementId: string) {
  await tellVoorvallen(ctx)
  const rows = await ctx.db.bezorging.findMany({
    where: { abonnementId, sequence: { lt: 0 } },
    orderBy: { sequence: 'asc' },
    include: { gebeurtenis: true },
  })
  return rows.map(({ status, volgendePoging, gebeurtenis: { body } }) => ({
    ...JSON.parse(body ?? ''),
    status,
    isDue: volgendePoging !== null,
  }))
}

const soortenOf = (events: { data: { event: string } }[]) =>
  events.map(({ data }) => data.event.replace('abonnement.', '') as Voorval)

async function failFor(days: number) {
  const end = now.getTime() + days * DAY_MS
  while (now.getTime() < end) {
    now = new Date(now.getTime() + DAY_MS / 4)
    await ctx.db.bezorging.updateMany({ where: { status: 'wachtend' }, data: { volgendePoging: now } })
    await ctx.db.abonnement.updateMany({ data: { circuitOpenTot: null } })
    await attempt(FAILED)
    await superviseFailing(ctx)
  }
}

test('another abonnement of the client gets a voorval of each warning, of disabling and of recovery, by the contract', async () => {
  const broken = await addAbonnement(ctx, { client: CLIENT, types: ['nl.overheid.zaken.zaak-geregistreerd'] })
  const watcher = await watch()
  await registerTestZaak(ctx)
  await attempt(FAILED)
  const failing = now
  await ctx.db.abonnement.update({ where: { id: broken }, data: { falendSinds: failing } })
  for (const days of [2.6, 1, 1, 1]) {
    now = new Date(now.getTime() + days * DAY_MS)
    await superviseFailing(ctx)
  }
  await resumeAbonnement(ctx, { id: broken, actor })
  const told = await toldTo(watcher)
  expect(soortenOf(told)).toEqual(['falend', 'falend', 'falend', 'uitgeschakeld', 'hersteld'])
  for (const { status, isDue, data, ...event } of told) {
    const soort = data.event.split('.')[1] as Voorval
    expect(VOORVAL_DATA[VOORVAL_TYPES[soort]].parse(data)).toMatchObject({ abonnementId: broken })
    expect(event).toMatchObject({
      specversion: '1.0',
      type: VOORVAL_TYPES[soort],
      source: ctx.env.ZAAKSYSTEEM_SOURCE,
      subject: broken,
      dataref: `/api/zaaksysteem/v1/abonnementen/${broken}`,
    })
    expect(event).not.toHaveProperty('sequence')
    expect(status).toBe('wachtend')
  }
  expect(told.map(({ isDue }) => isDue)).toEqual([true, false, false, false, false])
  expect(told[0].data.sinds).toBe(failing.toISOString())
  expect(told[3].data.reden).toBe('failing')
  expect(await toldTo(broken)).toEqual([])
})

test('a first success after a warning is reported as recovery', async () => {
  const broken = await addAbonnement(ctx, { client: CLIENT, types: ['nl.overheid.zaken.zaak-geregistreerd'] })
  const watcher = await watch()
  await ctx.db.abonnement.update({ where: { id: broken }, data: { falendSinds: now } })
  now = new Date(now.getTime() + 2.6 * DAY_MS)
  await superviseFailing(ctx)
  await registerTestZaak(ctx)
  await attempt({})
  expect(soortenOf(await toldTo(watcher))).toEqual(['falend', 'hersteld'])
})

test('a 410 is reported with its reason', async () => {
  const broken = await addAbonnement(ctx, { client: CLIENT, types: ['nl.overheid.zaken.zaak-geregistreerd'] })
  const watcher = await watch()
  await registerTestZaak(ctx)
  await attempt({ httpStatus: 410, foutsoort: 'http_4xx' })
  const [told] = await toldTo(watcher)
  expect(told).toMatchObject({ subject: broken, data: { event: 'abonnement.uitgeschakeld', reden: 'gone' } })
})

const stop = (id: string) => ctx.db.abonnement.update({ where: { id }, data: { status: 'uitgeschakeld' } })

test('voorvallen go only to abonnementen that name their type, of the same client, and never to the abonnement itself', async () => {
  const broken = await addAbonnement(ctx, { client: CLIENT })
  const silent = await watch({ types: [] })
  const other = await watch({ types: [VOORVAL_TYPES.hersteld] })
  const foreign = await watch({ client: (await createTestClient(ctx)).naam })
  const filtered = await watch({ filters: [{ not: { exact: { subject: broken } } }] })
  const chosen = await watch({ filters: [{ exact: { subject: broken } }, { suffix: { type: '-uitgeschakeld' } }] })
  const paused = await watch({ status: 'gepauzeerd' })
  await stop(broken)
  await stop(chosen)
  expect(soortenOf(await toldTo(chosen))).toEqual(['uitgeschakeld'])
  expect((await toldTo(filtered)).map(({ subject }) => subject)).toEqual([chosen])
  expect((await toldTo(paused)).map(({ status }) => status)).toEqual(['overgeslagen', 'overgeslagen'])
  for (const id of [broken, silent, other, foreign]) expect(await toldTo(id)).toEqual([])
})

test('two failing abonnementen that report each other do not loop', async () => {
  const [one, other] = [await watch(), await watch()]
  await stop(one)
  await resumeAbonnement(ctx, { id: one, actor })
  await tellVoorvallen(ctx)
  for (let round = 0; round < 4; round++) {
    await failFor(3)
    await tellVoorvallen(ctx)
  }
  const events = await ctx.db.gebeurtenis.count({ where: { sequence: { lt: 0 } } })
  await failFor(10)
  await tellVoorvallen(ctx)
  expect(await ctx.db.gebeurtenis.count({ where: { sequence: { lt: 0 } } })).toBe(events)
  expect(events).toBeLessThanOrEqual(2 + 2 * 4)
  expect(
    await ctx.db.abonnement.count({ where: { id: { in: [one, other] }, status: 'uitgeschakeld' } }),
  ).toBeGreaterThan(0)
})

test('voorvallen are not in the log: sequences have no gap, and readers do not see them', async () => {
  const broken = await addAbonnement(ctx, { client: CLIENT })
  const watcher = await watch()
  await registerTestZaak(ctx)
  await stop(broken)
  const [{ id }] = (await toldTo(watcher)) as [{ id: string }]
  await registerTestZaak(ctx)
  const page = await findGebeurtenissen(ctx, { vanaf: 0, limiet: 10 })
  if (!page.ok) throw new Error(page.reason)
  expect(JSON.parse(page.batch).map(({ sequence }: { sequence: string }) => sequence)).toEqual(['1', '2'])
  const headers = { Authorization: `Bearer ${ctx.apiToken}` }
  const address = `http://localhost/api/zaaksysteem/v1/gebeurtenissen/${id}`
  expect((await answerApi(ctx, new Request(address, { headers }))).status).toBe(404)
})

test('missed voorvallen can be replayed, and old ones are purged', async () => {
  const broken = await addAbonnement(ctx, { client: CLIENT })
  const watcher = await watch({ status: 'gepauzeerd' })
  await stop(broken)
  await toldTo(watcher)
  await resumeAbonnement(ctx, { id: watcher, actor })
  const asked = await requestHerstel(ctx, { abonnementId: watcher, actor, vanaf: new Date(0) })
  expect(asked).toMatchObject({ ok: true, totaal: 1 })
  expect(await processHerstelacties(ctx)).toBe(1)
  expect((await toldTo(watcher)).map(({ status, isDue }) => [status, isDue])).toEqual([['wachtend', true]])
  now = new Date(Date.now() + 3650 * DAY_MS)
  await purgeExpired(ctx)
  expect(await ctx.db.gebeurtenis.count()).toBe(0)
})
