import { expect, test } from 'vitest'
import { PROTOCOL_HEADER } from '#lib/platform/http/refuse-plaintext.ts'
import { formAdmission } from './form-admission.ts'

const BALIE = 'https://balie.test'
const MIJN = 'https://mijn.test'
const ACTION = 'a'.repeat(42)
const urls = { zaaksysteem: `${BALIE}/`, publieksportaal: MIJN }
const actions = new Map([[ACTION, ['balie']]])

type Headers = Record<string, string>

async function outcome(
  target: string,
  headers: Headers,
  { demo = false, admit = formAdmission({ urls, demo, actions }) } = {},
): Promise<string> {
  const [method = '', url = ''] = target.split(' ')
  const refusal = admit({ method, url, headers })
  return refusal ? `${refusal.status} ${(await refusal.json()).code}` : 'taken'
}

const SENT: [origin: Headers, from: 'a page of it' | 'elsewhere'][] = [
  [{ origin: BALIE }, 'a page of it'],
  [{ 'sec-fetch-site': 'same-origin' }, 'a page of it'],
  [{ origin: MIJN }, 'elsewhere'],
  [{ origin: 'http://balie.test' }, 'elsewhere'],
  [{ origin: `${BALIE}:8443` }, 'elsewhere'],
  [{ origin: `${BALIE}.evil.test` }, 'elsewhere'],
  [{ origin: `${BALIE}, ${BALIE}` }, 'elsewhere'],
  [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 'elsewhere'],
  [{ origin: '' }, 'elsewhere'],
  [{}, 'elsewhere'],
  [{ 'sec-fetch-site': 'same-site' }, 'elsewhere'],
  [{ 'sec-fetch-site': 'none' }, 'elsewhere'],
  [{ host: 'balie.test', 'x-forwarded-host': 'balie.test', [PROTOCOL_HEADER]: 'https' }, 'elsewhere'],
]
const FORMS = [
  'POST /balie/zaken',
  'POST /ontwikkelaars/mijn',
  'PUT /balie',
  'DELETE /balie',
  'POST /api/zaaksysteem/auth/signout',
  'POST /api/zaaksysteem/auth/callback/demopersoon',
  'POST /api/zaaksysteem/balie/zaken/x/bestanden',
  'POST /%61pi/zaaksysteem/balie/zaken/x/bestanden',
  'POST /api/zaaksysteem/auth/uitloggen/x',
  'POST /api/zaaksysteem/v1/../auth/signout',
  'POST /api/zaaksysteem/%2e%2e/zaaksysteem/auth/signout',
]

test.each(SENT)('the headers %j identify a form as from %s', async (headers, from) => {
  const expected = from === 'elsewhere' ? '403 other_origin' : 'taken'
  for (const target of FORMS) expect(await outcome(target, headers), target).toBe(expected)
})

test('each system accepts forms from its own origin', async () => {
  for (const path of ['/mijn', '/portaalbeheer', '/aansluiten', '/api/publieksportaal/sessie']) {
    expect(await outcome(`POST ${path}`, { origin: MIJN }), path).toBe('taken')
    expect(await outcome(`POST ${path}`, { origin: BALIE }), path).toBe('403 other_origin')
  }
})

test.each([
  'GET /balie',
  'HEAD /api/zaaksysteem/auth/signout',
  'OPTIONS /api/publieksportaal/webhooks',
  'POST /api/zaaksysteem/v1/zaken',
  'POST /api/publieksportaal/v1/x',
  'POST /api/publieksportaal/webhooks',
  'POST /api/publieksportaal/proefdeuren/x',
  'POST /api/publieksportaal/afmelden/x',
  'POST /api/zaaksysteem/auth/uitloggen',
  'POST /api/publieksportaal/auth/uitloggen',
  'POST /api/publieksportaal/beheer-auth/uitloggen',
  'POST /api/zaaksysteem/demo/token',
  'POST /api/health/ready',
  'POST /nergens',
])('%s needs no Origin', async (target) => {
  expect(await outcome(target, {})).toBe('taken')
})

test('the demo accepts forms from the origin of the request, whatever origin is configured', async () => {
  const reached = { host: '127.0.0.1:8080', [PROTOCOL_HEADER]: 'http' }
  for (const [origin, expected] of [
    ['http://127.0.0.1:8080', 'taken'],
    ['https://127.0.0.1:8080', '403 other_origin'],
    ['http://127.0.0.1:9090', '403 other_origin'],
    ['http://localhost:8080', '403 other_origin'],
  ] as const) {
    expect(await outcome('POST /mijn', { ...reached, origin }, { demo: true }), origin).toBe(expected)
  }
  const behind = { ...reached, [PROTOCOL_HEADER]: 'https', 'x-forwarded-host': 'localhost' }
  expect(await outcome('POST /mijn', { ...behind, origin: 'https://localhost' }, { demo: true })).toBe('taken')
})

test('an action is accepted only below the prefix of its pages, and not checked in development', async () => {
  const post = (path: string, origin: string, admit?: ReturnType<typeof formAdmission>) =>
    outcome(`POST ${path}`, { origin, 'next-action': ACTION }, { admit })
  expect(await post('/balie', BALIE)).toBe('taken')
  expect(await post('/balie/zaken/x?y', BALIE)).toBe('taken')
  for (const path of [
    '/',
    '/mijn',
    '/nergens',
    '/%62alie',
    '/balie%2f',
    '/Balie',
    '/balie/../mijn',
    '/_next/static/x',
  ]) {
    expect(await post(path, path.endsWith('mijn') ? MIJN : BALIE), path).toBe('404 action_unknown')
  }
  expect(await post('/nergens', BALIE, formAdmission({ urls, demo: false, actions: undefined }))).toBe('taken')
})
