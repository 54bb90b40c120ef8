import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { startTestApiServer } from './test-api-server.ts'

let ctx: TestZaaksysteem
let server: Awaited<ReturnType<typeof startTestApiServer>>
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
  server = await startTestApiServer({ zaaksysteem: ctx })
})
afterAll(async () => {
  await server.close()
  await ctx.close()
})

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, { ...init, headers: { Authorization: `Bearer ${ctx.apiToken}`, ...init.headers } })

test('of two hundred receivers that ask for the keys at once, none is refused while clients crowd the rest', async () => {
  const crowd = Array.from({ length: 200 }, () => call('/api/zaaksysteem/v1/zaken'))
  const asked = Array.from({ length: 200 }, () => fetch(`${server.origin}/api/zaaksysteem/jwks.json`))
  const answers = await Promise.all(asked)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  expect(new Set(bodies).size).toBe(1)
  await Promise.all(crowd)
})
