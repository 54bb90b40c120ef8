import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { publishedJwks, publishedJwksFromMemory } from './published-jwks.ts'
import { rotateSleutels } from './rotate-sleutels.ts'

let nowMs = 0
const ctx = await createTestZaaksysteem()
vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
afterEach(() => {
  nowMs += 3_600_000
})
afterAll(() => {
  vi.restoreAllMocks()
  return ctx.close()
})

const kidsOf = ({ keys }: Awaited<ReturnType<typeof publishedJwks>>) => keys.map(({ kid }) => kid)
const away = () => Promise.reject(new Error('away'))
const whileAway = (answer: () => Promise<never>) => ({ ...ctx, pool: { query: answer } as unknown as typeof ctx.pool })

test('a withdrawn key is returned for at most one second', async () => {
  const before = kidsOf(await publishedJwksFromMemory(ctx))
  await rotateSleutels(ctx, { actor: OPDRACHTREGEL, direct: true })
  nowMs += 999
  expect(kidsOf(await publishedJwksFromMemory(ctx))).toEqual(before)
  nowMs += 1
  const after = kidsOf(await publishedJwksFromMemory(ctx))
  expect(after).toEqual(kidsOf(await publishedJwks(ctx)))
  expect(after.some((kid) => before.includes(kid))).toBe(false)
})

test('cached keys are not returned after a minute', async () => {
  await publishedJwksFromMemory(ctx)
  nowMs += 60_000
  await expect(publishedJwksFromMemory(whileAway(away))).rejects.toThrow('away')
})

// The query that never ends stays pending, so it comes last.
test.each([
  ['fails', away],
  ['does not answer', () => new Promise<never>(() => {})],
])('while the database %s the cached keys are returned for a minute', async (_, answer) => {
  const known = kidsOf(await publishedJwksFromMemory(ctx))
  nowMs += 59_999
  expect(kidsOf(await publishedJwksFromMemory(whileAway(answer)))).toEqual(known)
})
