import { expect, test } from 'vitest'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { openTestZaaksysteem, PORTAL_SCOPES } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { answerApi } from './operations.ts'

/** The API accepts bodies up to 16 kB. */
const TEXT_LENGTH = 4_000
const HEADER_LENGTH = 15_000
/** The longest query that the web process accepts. */
const QUERY_LENGTH = 8_000

const UUID = crypto.randomUUID()
const TIJDSTIP = '2026-11-27T08:12:00Z'
const BEWIJS = { gebeurtenisId: UUID, soort: 'gezien', tijdstip: TIJDSTIP }
const INZENDING = { soort: 'aanvulling', kenmerk: 'K7QD-3MXA', tijdstip: TIJDSTIP, aanvullingen: [UUID] }

const ctx = await openTestZaaksysteem({ scopes: `${PORTAL_SCOPES}+zaken.statussen.toevoegen` })
const zaakId = (await registerTestZaak(ctx)).id

function ask(path: string, { body, headers }: { body?: object; headers?: Record<string, string> } = {}) {
  const authorization = { Authorization: `Bearer ${ctx.apiToken}` }
  const post = { 'Content-Type': 'application/json', 'Idempotency-Key': 'a', ...headers }
  const init = body
    ? { method: 'POST', headers: { ...authorization, ...post }, body: JSON.stringify(body) }
    : { headers: authorization }
  return answerApi(ctx, new Request(`http://localhost:3000/api/zaaksysteem/v1/${path}`, init))
}

const ordinary = 'x'.repeat(TEXT_LENGTH)

test.each<[string, number[], (text: string) => [path: string, body: object]]>([
  ['gebeurtenisId of a bewijs', [400], (text) => ['bewijzen', { bewijzen: [{ ...BEWIJS, gebeurtenisId: text }] }]],
  ['soort of a bewijs', [400], (soort) => ['bewijzen', { bewijzen: [{ ...BEWIJS, soort }] }]],
  ['tijdstip of a bewijs', [400], (tijdstip) => ['bewijzen', { bewijzen: [{ ...BEWIJS, tijdstip }] }]],
  ['soort of an inzending', [400], (soort) => [`zaken/${UUID}/inzendingen`, { ...INZENDING, soort }]],
  ['kenmerk of an inzending', [400], (kenmerk) => [`zaken/${UUID}/inzendingen`, { ...INZENDING, kenmerk }]],
  ['tijdstip of an inzending', [400], (tijdstip) => [`zaken/${UUID}/inzendingen`, { ...INZENDING, tijdstip }]],
  ['id of an aanvulling', [400], (text) => [`zaken/${UUID}/inzendingen`, { ...INZENDING, aanvullingen: [text] }]],
  ['statustype of a status', [400, 409], (text) => [`zaken/${zaakId}/statussen`, { versie: 1, statustype: text }]],
  [
    'resultaat of a status',
    [400, 409],
    (resultaat) => [`zaken/${zaakId}/statussen`, { versie: 1, statustype: 'x', resultaat }],
  ],
  [
    'statustoelichting of a status',
    [400, 409],
    (text) => [`zaken/${zaakId}/statussen`, { versie: 1, statustype: 'x', statustoelichting: text }],
  ],
])('the worst %s is parsed in linear time', async (_name, statuses, request) => {
  async function read(text: string) {
    const [path, body] = request(text)
    expect(statuses).toContain((await ask(path, { body })).status)
  }
  const texts = [...worstTexts(TEXT_LENGTH), `${TIJDSTIP.slice(0, -1)}.${'0'.repeat(TEXT_LENGTH)}x`]
  await expectLinear(read, { ordinary, texts })
})

test.each(['Idempotency-Key', 'traceparent'])('the worst %s is parsed in linear time', async (name) => {
  const texts = worstTexts(HEADER_LENGTH).map((text) => text.replaceAll(/[^\t -\u00ff]/g, 'x'))
  const read = (value: string) =>
    ask(`zaken/${zaakId}/statussen`, { body: { versie: 9, statustype: 'x' }, headers: { [name]: value } })
  await expectLinear(read, { ordinary: 'x'.repeat(HEADER_LENGTH), texts })
})

test.each(['na', 'limiet', 'uuids', 'vanaf', 'wacht', 'types', 'zaaktypen', 'filters'])(
  'the worst query with %s is parsed in linear time',
  async (name) => {
    const lengths = { ordinary: 'x'.repeat(QUERY_LENGTH), texts: worstTexts(QUERY_LENGTH) }
    for (const path of ['zaken', 'gebeurtenissen']) {
      await expectLinear((text) => ask(`${path}?${new URLSearchParams({ [name]: text })}`), lengths)
    }
  },
)
