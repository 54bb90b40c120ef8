import { expect, test } from 'vitest'
import { followGebeurtenissen } from './event-tail.ts'
import { Gebeurtenis } from './gebeurtenis.ts'
import { openSse } from './gebeurtenissen-lezen.ts'
import { ALLES } from './gebeurtenissen-query.ts'
import type { Stroom } from './start-stromen.ts'

const KENMERKEN = { type: 'nl.overheid.zaken.zaakstatus-gewijzigd', subject: '', zaaktype: 'OMG-KAP' }

test('a stroom that ended before its response began sends only the position', async () => {
  const signal = AbortSignal.abort('token_invalid')
  const stroom = { signal, end() {}, beat() {} } as unknown as Stroom
  const tail = { after: () => expect.fail(), grown: () => expect.fail() }
  const stukken = followGebeurtenissen(tail, { vanaf: 5, selectie: ALLES, signal })
  const response = openSse({ stroom, vanaf: 5, retryMs: 1_000, stukken })
  expect(await response.text()).toBe('retry: 1000\nid: 5\nevent: positie\ndata: 5\n\n')
})

test('a slow reader whose token is withdrawn gets at most the queued event', async () => {
  const ending = new AbortController()
  const stroom = { signal: ending.signal, end() {}, beat() {} } as unknown as Stroom
  const gewenst = Array.from({ length: 250 }, (_, index) => new Gebeurtenis(index + 1, KENMERKEN, '{}'))
  async function* stukken() {
    yield { gewenst, tot: 300 }
    return undefined
  }
  const response = openSse({ stroom, vanaf: 0, retryMs: 1_000, stukken: stukken() })
  const decoder = new TextDecoder()
  const read: string[] = []
  for await (const bytes of response.body ?? []) {
    const chunk = decoder.decode(bytes)
    if (chunk.includes('data: {}')) read.push(chunk)
    if (read.length === 5) ending.abort('token_invalid')
  }
  expect(read.slice(0, 5)).toEqual([1, 2, 3, 4, 5].map((id) => `id: ${id}\ndata: {}\n\n`))
  expect(read.length).toBeLessThanOrEqual(6)
})
