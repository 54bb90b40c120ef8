import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { answerApi } from '../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'

/** The API takes bodies of 16 kB. */
const TEXT_LENGTH = 4_000
const UUID = crypto.randomUUID()
const VALID = { soort: 'aanvulling', kenmerk: 'K7QD-3MXA', tijdstip: '2026-11-27T08:12:00Z', aanvullingen: [UUID] }

let ctx: TestZaaksysteem
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(() => ctx.close())

async function read(body: object) {
  const headers = { Authorization: `Bearer ${ctx.apiToken}`, 'Content-Type': 'application/json' }
  const url = `http://localhost/api/zaaksysteem/v1/zaken/${UUID}/inzendingen`
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  expect((await answerApi(ctx, new Request(url, init))).status).toBe(400)
}

test.each(['soort', 'kenmerk', 'tijdstip'])('every %s is read in linear time', async (member) => {
  const texts = worstTexts(TEXT_LENGTH)
  await expectLinear((text) => read({ ...VALID, [member]: text }), { ordinary: 'x'.repeat(TEXT_LENGTH), texts })
})

test('every id of an aanvulling is read in linear time', async () => {
  const texts = worstTexts(TEXT_LENGTH)
  const readOne = (text: string) => read({ ...VALID, aanvullingen: [text] })
  await expectLinear(readOne, { ordinary: 'x'.repeat(TEXT_LENGTH), texts })
})
