import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import type { DemoBezorging, DemoOntvangst } from '#demo/stage/demo-feeds.ts'
import { curlOf } from './curl-of.ts'
import { bearer, formatElapsed, stepsOf } from './steps.ts'

const START = Date.parse('2026-11-25T10:00:00.000Z')
const at = (ms: number) => new Date(START + ms).toISOString()

async function poging(nummer: number, ms: number, answer: { httpStatus: number | null; foutsoort: string | null }) {
  const token = await new SignJWT({ sub: 'e-1' })
    .setProtectedHeader({ alg: 'HS256', kid: '2026-11' })
    .sign(new Uint8Array(32))
  const authorization = `Bearer ${token.split('.').slice(0, 2).join('.')}.…`
  return {
    nummer,
    begonnenOp: at(ms),
    duurMs: 5,
    requestHeaders: { Authorization: authorization },
    responseHeaders: {},
    responseBody: '',
    ...answer,
  }
}

const bezorging = (pogingen: DemoBezorging['pogingen']): DemoBezorging => ({
  eventId: 'e-1',
  type: 'nl.overheid.zaken.zaakstatus-gewijzigd',
  sequence: 7,
  zaakId: 'z-1',
  sink: 'http://localhost:3000/api/publieksportaal/webhooks',
  status: 'bezorgd',
  vastgelegdOp: at(0),
  body: '{}',
  pogingen,
})

const ontvangst: DemoOntvangst = {
  eventId: 'e-1',
  ontvangenOp: at(12),
  credentialtype: 'JWT',
  kid: '2026-11',
  bodySha256: 'x',
}

const lines = (steps: ReturnType<typeof stepsOf>) =>
  steps.map(({ from, to, ms, measured, text, outcome }) => [
    from === to ? from : `${from} > ${to}`,
    measured ? ms : null,
    text,
    ...(outcome ? [outcome.text] : []),
  ])

test('the steps stand in chronological order with their actors, and a time where one was measured', async () => {
  const delivered = bezorging([await poging(1, 9, { httpStatus: 204, foutsoort: null })])
  expect(lines(stepsOf(delivered, ontvangst, { messageAt: START + 20, pageChangedAt: START + 34 }, 'nl'))).toEqual([
    ['zaaksysteem', 0, 'Status en gebeurtenis vastgelegd'],
    ['zaaksysteem > worker', null, 'Kreeg nummer 7'],
    ['worker', 9, 'Ondertekend'],
    ['worker > portaal', 12, 'Verstuurd over HTTP'],
    ['portaal', null, 'Handtekening, tijd en inhoud gecontroleerd', 'echt'],
    ['portaal', null, 'Opgeslagen'],
    ['portaal > worker', 14, 'Antwoord', '204'],
    ['portaal > burger', 20, 'Seintje aan de browser van de burger'],
    ['burger', 34, 'Pagina van de burger bijgewerkt', 'gezien'],
  ])
})

test('failed attempts are shown in order; one without a response has no sender of it', async () => {
  const retried = bezorging([
    await poging(1, 9, { httpStatus: 503, foutsoort: 'http_5xx' }),
    await poging(2, 5009, { httpStatus: null, foutsoort: 'timeout' }),
  ])
  expect(lines(stepsOf(retried, undefined, {}, 'nl')).slice(2)).toEqual([
    ['worker', 9, 'Ondertekend'],
    ['worker > portaal', null, 'Verstuurd over HTTP'],
    ['portaal > worker', 14, 'Poging mislukt', '503'],
    ['worker', 5009, 'Ondertekend'],
    ['worker > portaal', null, 'Verstuurd over HTTP', 'poging 2'],
    ['worker', 5014, 'Poging mislukt', 'timeout'],
  ])
})

test('an event that the portal fetched itself has no signature', async () => {
  const missed = bezorging([await poging(1, 9, { httpStatus: null, foutsoort: 'connect' })])
  const fetched = { ...ontvangst, ontvangenOp: at(2000), credentialtype: 'OPGEHAALD', kid: 'api' }
  expect(lines(stepsOf(missed, fetched, {}, 'nl')).slice(-2)).toEqual([
    ['zaaksysteem > portaal', 2000, 'Door het portaal zelf opgehaald', 'ingehaald'],
    ['portaal', null, 'Opgeslagen'],
  ])
})

test('a step that was not observed is left out', () => {
  expect(lines(stepsOf(bezorging([]), undefined, {}, 'en'))).toEqual([
    ['zaaksysteem', 0, 'Status and event recorded'],
    ['zaaksysteem > worker', null, 'Got number 7'],
  ])
})

test('algorithm and key come from the token that was sent', async () => {
  const sent = stepsOf(bezorging([await poging(1, 9, { httpStatus: 204, foutsoort: null })]), undefined, {}, 'nl')
  expect(sent.find(({ text }) => text === 'Ondertekend')?.note).toBe('HS256, sleutel 2026-11')
})

test('algorithm and key of an HTTP message signature come from the signature, not from the token beside it', async () => {
  const { requestHeaders, ...rest } = await poging(1, 9, { httpStatus: 204, foutsoort: null })
  const input = 'zaak=("@method");created=1;keyid="2026-11-ed";alg="ed25519"'
  const signed = bezorging([{ ...rest, requestHeaders: { ...requestHeaders, 'signature-input': input } }])
  expect(stepsOf(signed, undefined, {}, 'nl').find(({ text }) => text === 'Ondertekend')?.note).toBe(
    'HTTP Message Signature, ed25519, sleutel 2026-11-ed',
  )
})

test('the curl command passes headers and body through a shell unchanged', () => {
  const quoted = { ...bezorging([]), body: `{"naam":"d'Artagnan"}` }
  expect(curlOf(quoted, { requestHeaders: { 'Content-Type': 'application/json' } })).toBe(
    [
      'curl -i \\',
      `  'http://localhost:3000/api/publieksportaal/webhooks' \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  --data-binary '{"naam":"d'\\''Artagnan"}'`,
    ].join('\n'),
  )
})

test('a request without a readable token gives undefined', () => {
  expect(bearer({})).toBeUndefined()
  expect(bearer({ Authorization: '…' })).toBeUndefined()
})

test.each([
  [34, '34 ms'],
  [5014, '5.014 ms'],
  [61_250, '61,3 s'],
  [7_200_000, '120 min'],
])('%i milliseconds read as %s', (ms, text) => {
  expect(formatElapsed(ms, 'nl')).toBe(text)
})
