import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { createLiveHub } from './live-hub.ts'
import { openTestPage } from './test-page.ts'

const BSNS = ['999990342', '999992223', '999993653'] as const
const ctx = await openTestPublieksportaal()

async function storedZaak(bsn: string) {
  const zaak = testZaak({ bsn })
  await storeZaak(ctx, zaak)
  const { burgerId } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  return { zaakId: zaak.uuid, burgerId }
}

test('a change without a hint is sent with the next heartbeat, which refreshes all citizens at once', async () => {
  const hub = createLiveHub(ctx)
  const burgerIds = await Promise.all(BSNS.map(async (bsn) => (await storedZaak(bsn)).burgerId))
  const pages = await Promise.all(burgerIds.map((burgerId) => openTestPage(ctx, hub, burgerId)))
  const verlooptOp = new Date(Date.now() + HOUR_MS)
  await ctx.db.sessie.createMany({
    data: pages.map(({ sessieId, burgerId }) => ({ id: sessieId, burgerId, verlooptOp })),
  })
  const { zaakId } = await storedZaak(BSNS[1])
  const query = vi.spyOn(ctx.pool, 'query')

  await hub.heartbeat()

  expect(pages.map((page) => page.zaken())).toEqual([[], [zaakId], []])
  const looks = query.mock.calls.filter(([statement]) =>
    (statement as unknown as { name: string }).name?.startsWith('live-'),
  )
  expect(looks).toHaveLength(1)
})

test('each heartbeat sends a page its changes, and then the time of the last sync', async () => {
  const hub = createLiveHub(ctx)
  const { burgerId } = await storedZaak(BSNS[0])
  const page = await openTestPage(ctx, hub, burgerId)
  const verlooptOp = new Date(Date.now() + HOUR_MS)
  await ctx.db.sessie.create({ data: { id: page.sessieId, burgerId, verlooptOp } })
  await storedZaak(BSNS[0])
  await hub.heartbeat()
  expect(page.sent.map((text) => /event: ([a-z-]+)/.exec(text)?.[1])).toEqual(['zaak-gewijzigd', 'stand'])
  expect(page.sent[1]).toContain('data: {"op":null,"isLate":true}\n\n')
})

test('a stream that does not know its start yet is left alone', async () => {
  const hub = createLiveHub(ctx)
  const { burgerId } = await storedZaak(BSNS[0])
  const page = await openTestPage(ctx, hub, burgerId)
  page.cursor = Number.POSITIVE_INFINITY
  await hub.heartbeat()
  expect(page.zaken()).toEqual([])
})

test('the parts of a heartbeat reach each stream once', async () => {
  const hub = createLiveHub(ctx)
  const { burgerId } = await storedZaak(BSNS[0])
  const pages = await Promise.all(Array.from({ length: 5 }, () => openTestPage(ctx, hub, burgerId)))
  const beats: string[] = []
  for (const page of pages) page.beat = () => void beats.push(page.sessieId)
  for (const part of [0, 1]) await hub.heartbeat({ part, of: 2 })
  expect(beats.sort()).toEqual(pages.map(({ sessieId }) => sessieId).sort())
})

test('the more streams are open, the longer their reconnects are spread', async () => {
  const hub = createLiveHub(ctx, { random: () => 0.999 })
  expect(hub.retryMs()).toBe(1_000)
  const pages = await Promise.all(Array.from({ length: 1_000 }, () => openTestPage(ctx, hub, randomUUID())))
  expect(hub.retryMs()).toBe(1_999)
  hub.close()
  const told = pages.flatMap(({ sent }) => sent)
  expect(told).toHaveLength(1_000)
  expect(new Set(told)).toEqual(new Set(['retry: 1999\n']))
})
