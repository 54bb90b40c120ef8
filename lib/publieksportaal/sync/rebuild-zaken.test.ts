import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { findVestigingen } from '../burger/identiteit.ts'
import { SOURCE, startTestBron, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { markAccepted } from './bron-stand.ts'
import type { ZaaksysteemApi } from './call-zaaksysteem.ts'
import { type RebuildProgress, rebuildZaken } from './rebuild-zaken.ts'
import { storeZaak } from './store-zaak.ts'
import { bijTot, deliver, serveGebeurtenissen } from './test-gebeurtenissen.ts'

/** A day before the registration of each `testZaak`. */
const LOADED = new Date('2026-11-09T09:00:00Z')
let bron: TestBron
let ctx: TestPublieksportaal
let api: ZaaksysteemApi
let zaaksysteem: ReturnType<typeof serveGebeurtenissen>

beforeAll(async () => {
  bron = await startTestBron()
  ctx = await createTestPublieksportaal({ env: bron.env })
  api = { base: bron.api, token: 'token' }
})
beforeEach(async () => {
  await ctx.db.zaak.deleteMany()
  await ctx.db.ophaalopdracht.deleteMany()
  await ctx.db.ontvangenGebeurtenis.deleteMany()
  await ctx.db.bron.deleteMany()
  await registerTestBron(ctx)
  bron.answers.clear()
  zaaksysteem = serveGebeurtenissen(bron)
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

/** Serves one page for each list of zaken; `during` runs before a page is answered. */
function serveZaken(pages: ZaakResource[][], during: (page: number) => Promise<unknown> = async () => {}) {
  for (const [index, zaken] of pages.entries()) {
    const na = pages[index - 1]?.at(-1)?.uuid
    const volgende = index < pages.length - 1 ? zaken.at(-1)?.uuid : null
    bron.answers.set(`GET /v1/zaken?limiet=100${na ? `&na=${na}` : ''}`, async () => {
      await during(index)
      return { status: 200, body: { zaken, volgende } }
    })
  }
}
const find = (id: string) => ctx.db.zaak.findUnique({ where: { id } })
const liveVolgnummers = () => ctx.db.burger.findMany({ select: { liveVolgnummer: true }, orderBy: { id: 'asc' } })

async function storedZaak(statuscodes = ['ontvangen']) {
  const zaak = testZaak({ statuscodes })
  await storeZaak(ctx, zaak)
  return zaak
}

test('an emptied read model is filled page by page, all as seen', async () => {
  const zaken = [testZaak(), testZaak(), testZaak()] as const
  serveZaken([[zaken[0], zaken[1]], [zaken[2]]])
  zaaksysteem.happen(zaken[0].uuid, 'ontvangen', 'in_behandeling')
  const pages: RebuildProgress[] = []
  const onPage = (progress: RebuildProgress) => void pages.push({ ...progress })

  expect(await rebuildZaken(ctx, { api, onPage })).toEqual({ ok: true, zaken: 3, changed: 3, removed: 0 })

  expect(pages).toEqual([
    { zaken: 2, changed: 2 },
    { zaken: 3, changed: 3 },
  ])
  const stored = await ctx.db.zaak.findMany({ orderBy: { id: 'asc' } })
  expect(stored.map(({ id }) => id)).toEqual(zaken.map(({ uuid }) => uuid))
  expect(stored.every(({ versie, gezienVersie }) => gezienVersie === versie)).toBe(true)
  expect(await bijTot(ctx)).toBe(1)
})

test('in a loaded portal only a zaak registered while it was away is news', async () => {
  await markAccepted(ctx, { totSequence: 2, caughtUp: true })
  const [older, told, waiting, missed] = [testZaak(), testZaak(), testZaak(), testZaak()]
  older.statussen = older.statussen.map((status) => ({ ...status, datumStatusGezet: '2026-11-08T09:00:00.000Z' }))
  const received = { source: SOURCE, type: 'x', bodySha256: 'a', credentialtype: 'JWT', kid: 'k', ontvangenOp: LOADED }
  const ids = [crypto.randomUUID(), ...[told, waiting].map((zaak) => zaak.statussen[0]?.gebeurtenisId as string)]
  await ctx.db.ontvangenGebeurtenis.createMany({ data: ids.map((id) => ({ ...received, id })) })
  await ctx.db.ophaalopdracht.create({ data: { zaakId: waiting.uuid, volgendePoging: LOADED } })
  serveZaken([[older, told, waiting, missed]])

  expect(await rebuildZaken(ctx, { api })).toMatchObject({ ok: true, changed: 4 })

  const news = await ctx.db.zaak.findMany({ where: { gezienVersie: 0 }, select: { id: true }, orderBy: { id: 'asc' } })
  expect(news.map(({ id }) => id)).toEqual([waiting.uuid, missed.uuid])
})

test('before the first event every unknown zaak of a loaded portal is news', async () => {
  await markAccepted(ctx, { totSequence: 0, caughtUp: true })
  const missed = testZaak()
  serveZaken([[missed]])
  await rebuildZaken(ctx, { api })
  expect(await find(missed.uuid)).toMatchObject({ gezienVersie: 0 })
})

test('an unchanged zaak gives no live event', async () => {
  const zaken = [await storedZaak(), await storedZaak()]
  serveZaken([zaken])
  const before = await liveVolgnummers()
  expect(await rebuildZaken(ctx, { api })).toEqual({ ok: true, zaken: 2, changed: 0, removed: 0 })
  expect(await liveVolgnummers()).toEqual(before)
})

test('zaken that the zaaksysteem lacks are deleted only after the last page', async () => {
  const [kept, gone] = [await storedZaak(), await storedZaak()]
  const last = testZaak()
  serveZaken([[kept], [last]])
  const secondPage = `GET /v1/zaken?limiet=100&na=${kept.uuid}`
  const answer = bron.answers.get(secondPage)
  bron.answers.set(secondPage, () => ({ status: 503 }))
  expect(await rebuildZaken(ctx, { api })).toEqual({ ok: false, reason: 'refused', httpStatus: 503 })
  expect(await find(gone.uuid)).not.toBeNull()
  expect(await bijTot(ctx)).toBeNull()

  bron.answers.set(secondPage, answer as () => { status: number })
  expect(await rebuildZaken(ctx, { api })).toEqual({ ok: true, zaken: 2, changed: 1, removed: 1 })
  expect(await find(gone.uuid)).toBeNull()
  expect(await ctx.db.status.count({ where: { zaakId: gone.uuid } })).toBe(0)
})

test('zaken of companies and vestigingen are stored with their own burger', async () => {
  const [kept, company] = [await storedZaak(), { ...testZaak(), initiator: { kvkNummer: '69599084' } }]
  const initiator = { kvkNummer: '69599084', vestigingsnummer: '000037890001' }
  const vestiging = { ...testZaak(), initiator }
  serveZaken([[kept, company], [vestiging]])
  expect(await rebuildZaken(ctx, { api })).toEqual({ ok: true, zaken: 3, changed: 2, removed: 0 })
  const ofCompany = await find(company.uuid)
  const ofVestiging = await find(vestiging.uuid)
  expect(new Set([ofCompany?.burgerId, ofVestiging?.burgerId, (await find(kept.uuid))?.burgerId]).size).toBe(3)
  expect(await findVestigingen(ctx, String(ofCompany?.burgerId))).toEqual([
    { burgerId: ofVestiging?.burgerId, vestigingsnummer: '000037890001' },
  ])
})

test('zaken with an event during the rebuild stay, even when no page has them', async () => {
  const [moved, asked, gone] = [await storedZaak(), await storedZaak(), await storedZaak()]
  const registered = testZaak()
  const [change] = zaaksysteem.happen(moved.uuid, 'ontvangen', 'in_behandeling')
  const [unfitting] = zaaksysteem.happen(asked.uuid, 'in_advies', 'besluit')
  serveZaken([[testZaak()]], async () => {
    await deliver(ctx, change as object)
    await deliver(ctx, unfitting as object)
    await storeZaak(ctx, registered)
  })
  expect(await rebuildZaken(ctx, { api })).toMatchObject({ ok: true, removed: 1 })
  expect(await find(gone.uuid)).toBeNull()
  for (const { uuid } of [moved, asked, registered]) expect(await find(uuid)).not.toBeNull()
})

test('it ends while zaken are registered faster than pages are read, with all earlier zaken', async () => {
  const [known, last] = [await storedZaak(), await storedZaak()]
  const pages = [[known], [last]]
  const laatste = last.uuid.toUpperCase()
  let newest = last
  bron.answers.set('GET /v1/zaken', ({ url = '' }) => {
    const zaken = pages.shift() ?? []
    newest = testZaak()
    pages.push([newest])
    return { status: 200, body: { zaken, volgende: zaken.at(-1)?.uuid, ...(!url.includes('na=') && { laatste }) } }
  })
  expect(await rebuildZaken(ctx, { api })).toEqual({ ok: true, zaken: 2, changed: 0, removed: 0 })
  expect(await find(newest.uuid)).toBeNull()
})

test('an older page does not undo an event that arrives meanwhile', async () => {
  const zaak = await storedZaak()
  const [event] = zaaksysteem.happen(zaak.uuid, 'ontvangen', 'in_behandeling')
  serveZaken([[zaak]], () => deliver(ctx, event as object))
  expect(await rebuildZaken(ctx, { api })).toMatchObject({ ok: true, changed: 0 })
  expect(await find(zaak.uuid)).toMatchObject({ statuscode: 'in_behandeling', versie: 2 })
})

test('an aborted rebuild keeps what it stored and removes nothing', async () => {
  const gone = await storedZaak()
  const [first, second] = [testZaak(), testZaak()]
  serveZaken([[first], [second]])
  const breakOff = new AbortController()
  const rebuilt = await rebuildZaken(ctx, { api, onPage: () => breakOff.abort(), signal: breakOff.signal })
  expect(rebuilt).toEqual({ ok: false, reason: 'aborted' })
  expect(await find(first.uuid)).not.toBeNull()
  expect(await find(second.uuid)).toBeNull()
  expect(await find(gone.uuid)).not.toBeNull()
})
