import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestBron, type TestBron } from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { registerPortal } from './register-portal.ts'

let bron: TestBron
let portal: TestPublieksportaal

beforeAll(async () => {
  bron = await startTestBron()
  portal = await createTestPublieksportaal({ env: bron.env })
})
afterAll(async () => {
  await portal.close()
  await bron.close()
})

const register = (apiBase: string) =>
  registerPortal({
    variables: { ...portal.variables, PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: apiBase },
    origin: portal.env.PUBLIEKSPORTAAL_URL,
    apiBase,
    apiToken: 'token',
    stop: async () => {},
  })

test('registering fails when the zaaksysteem is unreachable', async () => {
  await expect(register('http://127.0.0.1:1/v1')).rejects.toThrow('unreachable')
})

test('registering fails when the zaaksysteem refuses it', async () => {
  bron.answers.set('POST /v1/abonnementen', () => ({ status: 401 }))
  await expect(register(bron.api)).rejects.toThrow('refused')
})
