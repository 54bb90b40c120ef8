import { expect, test } from 'vitest'
import type { OpenedStroom } from '../open-stroom.ts'
import type { Stroom } from '../stromen.ts'
import { openSse } from './open-sse.ts'

test('a stream that ended before its answer began ends there, with how far the reader is', async () => {
  const signal = AbortSignal.abort('token_invalid')
  const stroom = { signal, end() {}, beat() {} } as unknown as Stroom
  async function* stukken(): OpenedStroom['stukken'] {
    return undefined
  }
  const response = openSse({ stroom, vanaf: 5, retryMs: 1_000, stukken: stukken() })
  expect(await response.text()).toBe('retry: 1000\nid: 5\nevent: positie\ndata: 5\n\n')
})
