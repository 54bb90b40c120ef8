import { beforeEach, expect, test, vi } from 'vitest'
import { readLiveHint } from '../inbox/live-hint.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { createLiveHub, type LiveHub } from './live-hub.ts'
import { openTestPage } from './test-page.ts'

const [BSN, ...OTHERS] = ['999990342', '999992223', '999993653'] as const
let hub: LiveHub
const ctx = await openTestPublieksportaal()
beforeEach(() => {
  hub = createLiveHub(ctx)
})

/** Stores a new zaak, and returns its hint. */
async function storedZaak(bsn: string) {
  const { uuid } = testZaak({ bsn })
  await storeZaak(ctx, testZaak({ bsn, uuid }))
  const { burgerId, liveVolgnummer, versie } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: uuid } })
  return { burgerId, volgnummer: liveVolgnummer, zaakId: uuid, versie }
}

const openPage = (burgerId: string) => openTestPage(ctx, hub, burgerId)

function watchQueries() {
  const query = vi.spyOn(ctx.pool, 'query')
  query.mockClear()
  return query
}

test("a change that follows on the page's number is sent without a query, and once for repeated hints", async () => {
  const { burgerId } = await storedZaak(BSN)
  const page = await openPage(burgerId)
  const change = await storedZaak(BSN)
  const query = watchQueries()

  hub.tell(change)
  hub.tell(change)
  await hub.refresh(burgerId)

  expect(page.zaken()).toEqual([change.zaakId])
  expect(query).toHaveBeenCalledTimes(1)
})

test('a missed change is sent with the next one, in order', async () => {
  const { burgerId } = await storedZaak(BSN)
  const page = await openPage(burgerId)
  const changes = [await storedZaak(BSN), await storedZaak(BSN), await storedZaak(BSN)] as const

  hub.tell(changes[2])
  hub.tell(changes[0])
  await hub.refresh(burgerId)

  expect(page.zaken()).toEqual(changes.map(({ zaakId }) => zaakId))
})

test('a hint of an older process, which names only the burger, makes the page refresh', async () => {
  const { burgerId } = await storedZaak(BSN)
  const page = await openPage(burgerId)
  const { zaakId } = await storedZaak(BSN)

  hub.tell(readLiveHint(burgerId))
  await hub.refresh(burgerId)

  expect(page.zaken()).toEqual([zaakId])
})

test('a citizen without an open page causes no query', async () => {
  const change = await storedZaak(BSN)
  const query = watchQueries()
  hub.tell({ ...change, volgnummer: change.volgnummer + 2 })
  await hub.refresh(change.burgerId)
  expect(query).not.toHaveBeenCalled()
})

test('the pages of all waiting citizens are refreshed with one query', async () => {
  const burgerIds = await Promise.all([BSN, ...OTHERS].map(async (bsn) => (await storedZaak(bsn)).burgerId))
  const pages = await Promise.all(burgerIds.map(openPage))
  const query = watchQueries()
  const first = hub.refresh(burgerIds[0] as string)
  await expect.poll(() => query.mock.calls).toHaveLength(1)

  const changed = await Promise.all(OTHERS.map(storedZaak))
  query.mockClear()
  const waiting = burgerIds.map((burgerId) => hub.refresh(burgerId))
  await Promise.all([first, ...waiting])

  expect(query.mock.calls.length).toBe(1)
  expect(pages.map((page) => page.zaken())).toEqual([[], ...changed.map(({ zaakId }) => [zaakId])])
})
