import { beforeEach, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { DEMO_BURGER } from '#demo/stage/demo-zaak.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { openTestPublieksportaal } from '../../test-context.ts'
import { handleSessie } from './handle-sessie.ts'
import { handleAuth, requireBurger } from './sign-in.ts'

const APP = 'http://localhost:3000'
const MINUTE = 60_000
const IDLE_SECONDS = 15 * 60

let now: Date
let visitor: ReturnType<typeof createTestBrowser>

const ctx = await openTestPublieksportaal({ clock: () => now })
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  visitor = createTestBrowser({ app: APP, basePath: '/api/publieksportaal/auth', handle: handleAuth })
  await visitor.post('callback/demopersoon', { persoon: DEMO_BURGER })
})

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

function ask(method = 'GET', headers: HeadersInit = { cookie: visitor.cookieHeader() }) {
  return handleSessie(ctx, new Request(`${APP}/api/publieksportaal/sessie`, { method, headers }))
}
const stand = async (method?: string) => (await ask(method)).json()

test('a GET tells how long the sessie lasts and does not extend it', async () => {
  expect(await stand()).toMatchObject({ resterend: IDLE_SECONDS, verlengbaar: true })
  pass(14 * MINUTE)
  expect(await stand()).toMatchObject({ resterend: 60, verlengbaar: true })
  pass(MINUTE)
  expect((await ask()).status).toBe(401)
})

test('a POST extends the sessie for every tab of the browser', async () => {
  pass(14 * MINUTE)
  expect(await stand('POST')).toMatchObject({ resterend: IDLE_SECONDS, verlengbaar: true })
  pass(14 * MINUTE)
  expect(await stand()).toMatchObject({ resterend: 60, verlengbaar: true })
})

test('after nearly two hours the sessie is no longer verlengbaar', async () => {
  for (let minutes = 10; minutes <= 110; minutes += 10) {
    pass(10 * MINUTE)
    await ask('POST')
  }
  pass(8 * MINUTE)
  expect(await stand('POST')).toMatchObject({ resterend: 120, verlengbaar: false })
})

test('an expired or ended sessie cannot be extended', async () => {
  pass(15 * MINUTE)
  expect((await ask('POST')).status).toBe(401)
  pass(-MINUTE)
  await visitor.post('signout')
  expect((await ask('POST')).status).toBe(401)
})

test('every new sign-in gets another sessieId, also of the same person', async () => {
  const { sessieId } = await stand()
  expect((await inRequest(visitor, requireBurger)) as object).toMatchObject({ value: { sessieId } })
  const ids = [sessieId]
  for (const { id: persoon } of DEMO_BURGERS.slice(0, 2)) {
    await visitor.post('callback/demopersoon', { persoon })
    ids.push((await stand('POST')).sessieId)
  }
  expect(new Set(ids).size).toBe(3)
})

test('without a cookie it answers 401', async () => {
  expect((await ask('GET', {})).status).toBe(401)
  expect((await ask('DELETE')).status).toBe(405)
  expect((await ask()).headers.get('cache-control')).toBe('no-store')
})

test('opening a page extends the sessie; a fetch after a live message does not', async () => {
  pass(10 * MINUTE)
  await inRequest(visitor, requireBurger, { headers: { 'sec-fetch-dest': 'empty' } })
  expect(await stand()).toMatchObject({ resterend: 5 * 60 })
  await inRequest(visitor, requireBurger, { headers: { 'sec-fetch-dest': 'document' } })
  expect(await stand()).toMatchObject({ resterend: IDLE_SECONDS })
})

test('a page request without Sec-Fetch-Dest extends the sessie', async () => {
  pass(10 * MINUTE)
  await inRequest(visitor, requireBurger)
  expect(await stand()).toMatchObject({ resterend: IDLE_SECONDS })
})
