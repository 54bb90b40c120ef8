import { expect, test } from 'vitest'
import { followGebeurtenissen } from '../follow-gebeurtenissen.ts'
import { ALLES } from '../selectie.ts'
import type { Stroom } from '../stromen.ts'
import { openSse } from './open-sse.ts'

test('a stream that ended before its answer began ends there, with how far the reader is', async () => {
  const signal = AbortSignal.abort('token_invalid')
  const stroom = { signal, end() {}, beat() {} } as unknown as Stroom
  const tail = { after: () => expect.fail(), grown: () => expect.fail() }
  const stukken = followGebeurtenissen(tail, { vanaf: 5, selectie: ALLES, signal })
  const response = openSse({ stroom, vanaf: 5, retryMs: 1_000, stukken })
  expect(await response.text()).toBe('retry: 1000\nid: 5\nevent: positie\ndata: 5\n\n')
})
