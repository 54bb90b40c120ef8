import { v7 as uuidv7 } from 'uuid'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { LIVE_EVENT, SESSIE_EVENT } from '#lib/contract/live-message.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { createLiveHub, type LiveHub } from './live-hub.ts'
import { openLiveStream } from './open-live-stream.ts'

const BSN = '999990342'
const NOW = new Date('2026-11-25T10:00:00Z')
const VERLOOPT_OP = new Date('2026-11-25T10:15:00Z')
let now = NOW
const decode = (bytes?: Uint8Array) => new TextDecoder().decode(bytes)

const ctx = await openTestPublieksportaal({ clock: () => now })
const hub = createLiveHub(ctx)
const stored = [testZaak({ bsn: BSN }), testZaak({ bsn: BSN })]
for (const zaak of stored) await storeZaak(ctx, zaak)
const zaken = stored.map(({ uuid }) => uuid)
const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
const burger = { burgerId, sessieId: uuidv7() }
await ctx.db.sessie.create({ data: { id: burger.sessieId, burgerId, verlooptOp: VERLOOPT_OP } })
afterEach(() => {
  now = NOW
})

function open(lastEventId?: string, { signal = new AbortController().signal, of = hub } = {}) {
  const opened = openLiveStream(ctx, of, { ...burger, lastEventId, signal })
  return opened.ok ? opened.stream : expect.fail(opened.reason)
}

describe('what a page gets when it opens', () => {
  /** the bytes of the stream before any change */
  async function firstBytes(lastEventId: string | undefined) {
    const reader = open(lastEventId).getReader()
    const chunks = [(await reader.read()).value as Uint8Array]
    await hub.refresh(burger.burgerId)
    await hub.heartbeat()
    while (decode(chunks.at(-1)) !== ': \n\n') chunks.push((await reader.read()).value as Uint8Array)
    await reader.cancel()
    return chunks.map(decode).join('')
  }

  test.each([undefined, '1'])('the sessie, before anything about a zaak (%s)', async (lastEventId) => {
    const text = await firstBytes(lastEventId)
    const [before = ''] = text.split(`event: ${LIVE_EVENT}`)
    expect(before).toContain(`event: ${SESSIE_EVENT}\ndata: ${burger.sessieId}\n\n`)
  })

  const datas = (text: string) => text.split('\n').filter((line) => line.startsWith('data: {')).length

  test.each(['garbage', '-1', '1e1', '99999999999', '999', '', '0'])('with "%s": every zaak', async (lastEventId) => {
    const text = await firstBytes(lastEventId)
    expect(datas(text)).toBe(2)
    for (const zaak of zaken) expect(text).toContain(zaak)
  })

  test('without an id: the current number, and no event', async () => {
    const text = await firstBytes(undefined)
    expect(text).toMatch(/^retry: 10\d\d\nid: 2\nevent: verbonden\ndata:\n\n/)
    expect(datas(text)).toBe(0)
  })

  test('with the number of a change: the changes after it', async () => {
    const text = await firstBytes('1')
    expect(text).toContain(`id: 2\nevent: ${LIVE_EVENT}\ndata: {"zaakId":"${zaken[1]}","versie":1}\n\n`)
    expect(datas(text)).toBe(1)
  })
})

test('the heartbeat keeps a stream open, until its sign-in expires', async () => {
  const reader = open().getReader()
  await reader.read()

  await hub.heartbeat()
  expect(decode((await reader.read()).value)).toBe(': \n\n')

  now = VERLOOPT_OP
  await hub.heartbeat()
  while (!(await reader.read()).done);
})

test('a reader that reads nothing is disconnected', async () => {
  const stream = open()
  await hub.refresh(burger.burgerId)
  const reader = stream.getReader()
  await reader.read()
  for (let beat = 0; beat < 400; beat++) await hub.heartbeat()
  let chunks = 0
  while (!(await reader.read()).done) chunks += 1
  expect(chunks).toBeLessThan(300)
})

test.each(['abort', 'cancel'] as const)('%s removes the stream from the hub', async (way) => {
  const own = createLiveHub(ctx)
  const closing = new AbortController()
  const reader = open(undefined, { signal: closing.signal, of: own }).getReader()
  await reader.read()
  expect(own.size()).toBe(1)
  if (way === 'abort') closing.abort()
  else await reader.cancel()
  closing.abort()
  expect(own.size()).toBe(0)
})

describe('how many streams there may be', () => {
  const attempt = (of: LiveHub, sessieId = burger.sessieId) =>
    openLiveStream(ctx, of, { ...burger, sessieId, lastEventId: undefined, signal: new AbortController().signal })
  const reasons = (attempts: ReturnType<typeof attempt>[]) =>
    attempts.flatMap((opened) => (opened.ok ? [] : opened.reason))

  test('one sign-in has at most 20 streams, and another one still gets its own', async () => {
    const own = createLiveHub(ctx)
    const attempts = Array.from({ length: 500 }, () => attempt(own))
    expect(reasons(attempts)).toEqual(Array(480).fill('too_many_of_owner'))
    expect(own.size()).toBe(20)
    expect(attempt(own, uuidv7()).ok).toBe(true)
    own.close()
    expect(attempt(own).ok).toBe(true)
    own.close()
  })

  test('a process has a limit, for all sign-ins together', () => {
    const small = createLiveHub(ctx, { maxStreams: 3 })
    const attempts = Array.from({ length: 5 }, () => attempt(small, uuidv7()))
    expect(reasons(attempts)).toEqual(['too_many', 'too_many'])
    small.close()
  })

  test('a stream that fails to start takes no place', async () => {
    const own = createLiveHub(ctx)
    const broken = { ...ctx, pool: { query: () => Promise.reject(new Error('no connection')) } } as never
    const opened = openLiveStream(broken, own, {
      ...burger,
      lastEventId: undefined,
      signal: new AbortController().signal,
    })
    await expect(opened.ok && opened.stream.getReader().read()).rejects.toThrow('no connection')
    expect(own.size()).toBe(0)
  })
})

test('a heartbeat checks all sign-ins with one query', async () => {
  const own = createLiveHub(ctx)
  const query = vi.spyOn(ctx.pool, 'query')
  for (const sessieId of [burger.sessieId, uuidv7(), uuidv7()]) {
    openLiveStream(ctx, own, {
      ...burger,
      sessieId,
      lastEventId: undefined,
      signal: new AbortController().signal,
    })
  }
  await own.heartbeat()
  expect(query.mock.calls.filter(([asked]) => /sessie/.test(JSON.stringify(asked)))).toHaveLength(1)
  query.mockRestore()
  expect(own.size()).toBe(1)
  own.close()
})
