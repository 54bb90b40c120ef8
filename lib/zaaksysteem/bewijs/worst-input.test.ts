import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { answerApi } from '../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'

/** The API takes bodies of 16 kB. */
const TEXT_LENGTH = 4_000
const VALID = { gebeurtenisId: crypto.randomUUID(), soort: 'gezien', tijdstip: '2026-11-27T08:12:00Z' }

let ctx: TestZaaksysteem
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(() => ctx.close())

async function read(bewijs: object) {
  const headers = { Authorization: `Bearer ${ctx.apiToken}`, 'Content-Type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify({ bewijzen: [bewijs] }) }
  const response = await answerApi(ctx, new Request('http://localhost/api/zaaksysteem/v1/bewijzen', init))
  expect(response.status).toBe(400)
}

test.each(['gebeurtenisId', 'soort', 'tijdstip'])('every %s is read in linear time', async (member) => {
  const texts = [...worstTexts(TEXT_LENGTH), `${VALID.tijdstip.slice(0, -1)}.${'0'.repeat(TEXT_LENGTH)}x`]
  await expectLinear((text) => read({ ...VALID, [member]: text }), { ordinary: 'x'.repeat(TEXT_LENGTH), texts })
})
