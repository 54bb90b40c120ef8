import { type APIResponse, expect } from '@playwright/test'
import { ORIGIN_NEXT_ONLY, ORIGIN_UTRECHT, READY_PORT } from './origins.ts'
import { openMijn } from './people.ts'
import { test } from './test.ts'

const ZAKEN = '/api/zaaksysteem/v1/zaken'
const WEBHOOK = '/api/publieksportaal/webhooks'
const LIVE = '/api/publieksportaal/live'
const SESSIE = '/api/publieksportaal/sessie'
const APPARATEN = '/api/publieksportaal/apparaten'
const AGENDA = '/api/publieksportaal/agenda'
const NOBODY = '/api/zaaksysteem/v1/zaken/019ad000-0000-7000-8000-000000000000'
const EVENT = { 'content-type': 'application/cloudevents+json' }
const JSON_TYPE = { 'content-type': 'application/json' }

type Call = { method?: string; headers?: Record<string, string>; data?: string }

const CALLS: [path: string, call?: Call][] = [
  ['/api/health/live'],
  ['/api/health/live', { method: 'HEAD' }],
  ['/api/health/live', { method: 'OPTIONS' }],
  ['/api/health/live', { method: 'DELETE' }],
  ['/api/health/ready'],
  ['/api/health/ready', { method: 'POST' }],
  ['/api/metrics'],
  ['/api/nergens'],
  ['/api/zaaksysteem/jwks.json'],
  ['/api/zaaksysteem/jwks.json', { method: 'HEAD' }],
  ['/api/zaaksysteem/jwks.json', { method: 'PUT' }],
  [ZAKEN],
  [`${ZAKEN}?pagina=x&pageSize=0`],
  [`${ZAKEN}?pageSize=2`],
  [ZAKEN, { method: 'PATCH', headers: JSON_TYPE, data: '{}' }],
  [NOBODY],
  [NOBODY, { method: 'HEAD' }],
  [`${ZAKEN}/geen-uuid`],
  [`${ZAKEN}/%C3%A9%2F`],
  [`${NOBODY}/statussen`, { method: 'POST', headers: JSON_TYPE, data: '{}' }],
  [`${NOBODY}/statussen`, { method: 'POST', headers: JSON_TYPE, data: '{' }],
  [`${NOBODY}/inzendingen`, { method: 'POST', headers: JSON_TYPE, data: '{}' }],
  [`${NOBODY}/inzendingen`],
  [`${NOBODY}/toewijzingen`, { method: 'POST', headers: JSON_TYPE, data: '{}' }],
  ['/api/zaaksysteem/v1/gebeurtenissen?na=0'],
  ['/api/zaaksysteem/v1/gebeurtenissen?na=-1'],
  ['/api/zaaksysteem/v1/bewijzen', { method: 'POST', headers: JSON_TYPE, data: '{"bewijzen":[]}' }],
  ['/api/zaaksysteem/v1/bewijzen'],
  ['/api/zaaksysteem/v1/abonnementen', { method: 'POST', headers: JSON_TYPE, data: '{"sink":1}' }],
  ['/api/zaaksysteem/v1/abonnementen/niets'],
  ['/api/zaaksysteem/v1/abonnementen/niets/pauze', { method: 'POST' }],
  ['/api/zaaksysteem/v1/abonnementen/niets/herstel', { method: 'POST', headers: JSON_TYPE, data: '{}' }],
  ['/api/zaaksysteem/v1/abonnementen/niets/proefbericht', { method: 'POST', headers: JSON_TYPE, data: '{}' }],
  ['/api/zaaksysteem/v1/bezorgingen/niets/herhaling', { method: 'POST' }],
  ['/api/zaaksysteem/v1/toestemming/niets'],
  ['/api/zaaksysteem/v1/toestemming/niets', { method: 'POST' }],
  ['/api/publieksportaal/demo/post/niets'],
  ['/api/publieksportaal/demo/post/niets', { method: 'POST' }],
  [WEBHOOK],
  [`${WEBHOOK}/`, { method: 'POST', headers: EVENT, data: '{}' }],
  [WEBHOOK, { method: 'OPTIONS' }],
  [WEBHOOK, { method: 'OPTIONS', headers: { 'webhook-request-origin': 'zaaksysteem.voorbeeld.example' } }],
  [WEBHOOK, { method: 'POST', headers: EVENT, data: '{}' }],
  [WEBHOOK, { method: 'POST', headers: EVENT, data: 'x'.repeat(300 * 1024) }],
  [WEBHOOK, { method: 'POST', headers: { ...EVENT, authorization: 'Bearer x.y.z' }, data: '{}' }],
  [LIVE],
  [LIVE, { method: 'HEAD' }],
  [LIVE, { method: 'POST' }],
  [SESSIE],
  [SESSIE, { method: 'HEAD' }],
  [SESSIE, { method: 'POST' }],
  [SESSIE, { method: 'DELETE' }],
  [APPARATEN],
  [APPARATEN, { method: 'POST', headers: JSON_TYPE, data: '{}' }],
  [APPARATEN, { method: 'PUT', headers: JSON_TYPE, data: '{}' }],
  [AGENDA],
  [`${AGENDA}/niets.ics`],
  [`${AGENDA}/%C3%A9%2F.ics`],
  [`${AGENDA}/niets.ics`, { method: 'HEAD' }],
  [`${AGENDA}/niets.ics`, { method: 'POST' }],
]

/** Transport headers, and those that Next.js adds to its own pages. */
const IN_TRANSIT = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding', 'vary']

async function whole(response: APIResponse) {
  const headers = Object.entries(response.headers()).filter(([name]) => !IN_TRANSIT.includes(name))
  const body = (await response.text()).replaceAll(/"time":"[^"]+"/g, '')
  return { status: response.status(), headers: Object.fromEntries(headers), body }
}

test('machine endpoints answer the same through our router as through Next.js', async ({ request }) => {
  const token = await (await fetch(`http://localhost:${READY_PORT}/token`)).text()

  async function answer(origin: string, [path, { method = 'GET', headers, data } = {}]: (typeof CALLS)[number]) {
    const authorization = path.startsWith('/api/zaaksysteem') ? `Bearer ${token}` : ''
    // a browser sends these with each form and script
    const all = {
      'accept-encoding': 'identity',
      origin: ORIGIN_UTRECHT,
      ...(authorization && { authorization }),
      ...headers,
    }
    return whole(await request.fetch(`${origin}${path}`, { method, headers: all, data, maxRedirects: 0 }))
  }
  for (const call of CALLS) {
    // Retries, because another test may change a zaak between the two requests.
    await expect(async () => {
      const [ours, theirs] = await Promise.all([answer(ORIGIN_UTRECHT, call), answer(ORIGIN_NEXT_ONLY, call)])
      expect(ours, JSON.stringify(call).slice(0, 200)).toEqual(theirs)
    }).toPass({ timeout: 30_000 })
  }
})

test('a live stream starts the same through our router as through Next.js', async ({ browser }) => {
  const page = await openMijn(browser, 'J. de Vries', { origin: ORIGIN_UTRECHT, path: null })
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  async function open(origin: string) {
    const stopping = new AbortController()
    const response = await fetch(`${origin}${LIVE}`, { headers: { cookie }, signal: stopping.signal })
    const start = await response.body?.getReader().read()
    stopping.abort()
    const headers = [...response.headers].filter(([name]) => !IN_TRANSIT.includes(name))
    // The retry delay is random, and the event number changes when another test changes a zaak.
    const first = new TextDecoder().decode(start?.value).replaceAll(/\d+/g, '#')
    return { status: response.status, headers, first }
  }
  const ours = await open(ORIGIN_UTRECHT)
  expect(ours).toEqual(await open(ORIGIN_NEXT_ONLY))
  expect(ours).toMatchObject({ status: 200, first: expect.stringContaining('event: verbonden') })
})
