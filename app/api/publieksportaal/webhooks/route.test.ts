import { expect, test } from 'vitest'
import { KEPT_PER_MINUTE } from '#lib/publieksportaal/afwijzing/is-among-first.ts'
import { bezorgingRequest } from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { POST } from './route.ts'

test('plaintext is always refused, and logged up to a limit per minute', async () => {
  const now = new Date()
  const lines: string[] = []
  const record = (_fields: object, message: string) => void lines.push(message)
  const log = { debug: record, info: record, warn: record, error: record }
  const ctx = await createTestPublieksportaal({ clock: () => now, log })
  const live = { ...ctx, env: { ...ctx.env, DEMO: false } }
  // The context of the process, which the route uses.
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: live })
  const answers = await Promise.all(Array.from({ length: KEPT_PER_MINUTE + 10 }, () => POST(bezorgingRequest('{}'))))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]))
  expect(lines).toHaveLength(KEPT_PER_MINUTE)
  await ctx.close()
})
