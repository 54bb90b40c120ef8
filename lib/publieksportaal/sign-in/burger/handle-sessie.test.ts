import { afterAll, beforeEach, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { DEMO_BURGER } from '#lib/demo/demo-zaak.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { createTestPublieksportaal } from '../../test-context.ts'
import { handleSessie } from './handle-sessie.ts'
import { handleAuth, requireBurger } from './sign-in.ts'

const APP = 'http://localhost:3000'
const MINUTE = 60_000
const IDLE_SECONDS = 15 * 60

let now: Date
let visitor: ReturnType<typeof createTestBrowser>

const ctx = await createTestPublieksportaal({ clock: () => now })
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  visitor = createTestBrowser({ app: APP, basePath: '/api/publieksportaal/auth', handle: handleAuth })
  await visitor.post('callback/demopersoon', { persoon: DEMO_BURGER })
})
afterAll(() => ctx.close())

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

function ask(method = 'GET', headers: HeadersInit = { cookie: visitor.cookieHeader() }) {
  return handleSessie(ctx, new Request(`${APP}/api/publieksportaal/sessie`, { method, headers }))
}
const stand = async (method?: string) => (await ask(method)).json()

test('it says how long a sign-in still lasts, and asking is no use of it', async () => {
  expect(await stand()).toMatchObject({ resterend: IDLE_SECONDS, verlengbaar: true })
  pass(14 * MINUTE)
  expect(await stand()).toMatchObject({ resterend: 60, verlengbaar: true })
  pass(MINUTE)
  expect((await ask()).status).toBe(401)
})

test('whoever is there makes it last, in every tab of the browser', async () => {
  pass(14 * MINUTE)
  expect(await stand('POST')).toMatchObject({ resterend: IDLE_SECONDS, verlengbaar: true })
  pass(14 * MINUTE)
  expect(await stand()).toMatchObject({ resterend: 60, verlengbaar: true })
})

test('after nearly two hours it says that nothing makes it last longer', async () => {
  for (let minutes = 10; minutes <= 110; minutes += 10) {
    pass(10 * MINUTE)
    await ask('POST')
  }
  pass(8 * MINUTE)
  expect(await stand('POST')).toMatchObject({ resterend: 120, verlengbaar: false })
})

test('whose sign-in is over cannot make it last', async () => {
  pass(15 * MINUTE)
  expect((await ask('POST')).status).toBe(401)
  pass(-MINUTE)
  await visitor.post('signout')
  expect((await ask('POST')).status).toBe(401)
})

test('a tab of a former sign-in is told that it is another, and the same person is another too', async () => {
  const { sessieId } = await stand()
  expect((await inRequest(visitor, requireBurger)) as object).toMatchObject({ value: { sessieId } })
  const ids = [sessieId]
  for (const { id: persoon } of DEMO_BURGERS.slice(0, 2)) {
    await visitor.post('callback/demopersoon', { persoon })
    ids.push((await stand('POST')).sessieId)
  }
  expect(new Set(ids).size).toBe(3)
})

test('nobody else is told anything', async () => {
  expect((await ask('GET', {})).status).toBe(401)
  expect((await ask('DELETE')).status).toBe(405)
  expect((await ask()).headers.get('cache-control')).toBe('no-store')
})

test('a page that a browser opens is use of it; what a page fetches after a live message is not', async () => {
  pass(10 * MINUTE)
  await inRequest(visitor, requireBurger, { headers: { 'sec-fetch-dest': 'empty' } })
  expect(await stand()).toMatchObject({ resterend: 5 * 60 })
  await inRequest(visitor, requireBurger, { headers: { 'sec-fetch-dest': 'document' } })
  expect(await stand()).toMatchObject({ resterend: IDLE_SECONDS })
})

test('without JavaScript, or in a browser that does not say how it fetches, each page is use', async () => {
  pass(10 * MINUTE)
  await inRequest(visitor, requireBurger)
  expect(await stand()).toMatchObject({ resterend: IDLE_SECONDS })
})
