import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { storeZaak } from '../sync/store-zaak.ts'
import { testZaak } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { findLiveVolgnummer } from './find-live-volgnummer.ts'
import { createLiveHub } from './live-hub.ts'

const BSNS = ['999990342', '999992223', '999993653'] as const
let ctx: TestPublieksportaal
beforeAll(async () => {
  ctx = await createTestPublieksportaal()
})
afterAll(() => ctx.close())

async function storedZaak(bsn: string) {
  const zaak = testZaak({ bsn })
  await storeZaak(ctx, zaak)
  const { burgerId } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  return { zaakId: zaak.uuid, burgerId }
}

async function subscriber(burgerId: string) {
  const sent: string[] = []
  return {
    burgerId,
    sessieId: randomUUID(),
    cursor: await findLiveVolgnummer(ctx, burgerId),
    send: (chunk: Uint8Array) => void sent.push(new TextDecoder().decode(chunk)),
    end() {},
    zaken: () => sent.flatMap((text) => /"zaakId":"([^"]+)"/.exec(text)?.[1] ?? []),
  }
}

test('a change that no hint came of is sent with the next heartbeat, which looks for all citizens at once', async () => {
  const hub = createLiveHub(ctx)
  const burgerIds = await Promise.all(BSNS.map(async (bsn) => (await storedZaak(bsn)).burgerId))
  const pages = await Promise.all(burgerIds.map(subscriber))
  for (const page of pages) hub.add(page)
  const { zaakId } = await storedZaak(BSNS[1])
  const query = vi.spyOn(ctx.pool, 'query')

  await hub.heartbeat()

  expect(pages.map((page) => page.zaken())).toEqual([[], [zaakId], []])
  const looks = query.mock.calls.filter(([statement]) =>
    (statement as unknown as { name: string }).name?.startsWith('live-'),
  )
  expect(looks).toHaveLength(1)
})

test('a stream that does not know yet where it starts is left alone', async () => {
  const hub = createLiveHub(ctx)
  const { burgerId } = await storedZaak(BSNS[0])
  const page = { ...(await subscriber(burgerId)), cursor: Number.POSITIVE_INFINITY }
  hub.add(page)
  await hub.heartbeat()
  expect(page.zaken()).toEqual([])
})
