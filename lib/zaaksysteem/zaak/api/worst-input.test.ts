import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem, PORTAL_SCOPES, type TestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../test-zaak.ts'

/** The API takes bodies of 16 kB. */
const TEXT_LENGTH = 4_000
const HEADER_LENGTH = 15_000
/** The most that the web process takes of an address. */
const QUERY_LENGTH = 8_000

let ctx: TestZaaksysteem
let zaakId: string
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: `${PORTAL_SCOPES}+zaken.statussen.toevoegen` })
  zaakId = (await registerTestZaak(ctx)).id
})
afterAll(() => ctx.close())

const URL_OF_API = 'http://localhost:3000/api/zaaksysteem/v1'

function post(body: object, headers: Record<string, string> = {}) {
  const all = {
    Authorization: `Bearer ${ctx.apiToken}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': 'a',
    ...headers,
  }
  const init = { method: 'POST', headers: all, body: JSON.stringify(body) }
  return answerApi(ctx, new Request(`${URL_OF_API}/zaken/${zaakId}/statussen`, init))
}

test.each(['statustype', 'resultaat', 'statustoelichting'])(
  'every %s of a status is read in linear time',
  async (member) => {
    async function read(text: string) {
      const response = await post({ versie: 1, statustype: 'x', [member]: text })
      expect([400, 409]).toContain(response.status)
    }
    await expectLinear(read, { ordinary: 'x'.repeat(TEXT_LENGTH), texts: worstTexts(TEXT_LENGTH) })
  },
)

test.each(['Idempotency-Key', 'traceparent'])('every %s is read in linear time', async (name) => {
  const texts = worstTexts(HEADER_LENGTH).map((text) => text.replaceAll(/[^\t -\u00ff]/g, 'x'))
  const read = (value: string) => post({ versie: 9, statustype: 'x' }, { [name]: value })
  await expectLinear(read, { ordinary: 'x'.repeat(HEADER_LENGTH), texts })
})

test.each(['na', 'limiet', 'uuids', 'vanaf', 'wacht', 'types', 'zaaktypen', 'filters'])(
  'every query with %s is read in linear time',
  async (name) => {
    const ask = (handle: typeof answerApi) => (text: string) => {
      const query = new URLSearchParams({ [name]: text })
      const headers = { Authorization: `Bearer ${ctx.apiToken}` }
      return handle(ctx, new Request(`${URL_OF_API}/zaken?${query}`, { headers }))
    }
    const lengths = { ordinary: 'x'.repeat(QUERY_LENGTH), texts: worstTexts(QUERY_LENGTH) }
    await expectLinear(ask(answerApi), lengths)
    await expectLinear(ask(answerApi), lengths)
  },
)
