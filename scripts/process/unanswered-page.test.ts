import type { RequestListener, Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { jsonResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { createLogger } from '#lib/platform/logger.ts'
import type { Lane } from '#lib/platform/tasks/lane.ts'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { noteFailure } from '#lib/platform/web-server/request-failure.ts'
import { createRouter, type Route } from '#lib/platform/web-server/router.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { askVraag } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { listen } from '#tools/servers/listen.ts'
import { MAX_ACT_BYTES, pageAdmission } from './page-admission.ts'
import { unansweredPage } from './unanswered-page.ts'

const BSN = '999990342'
let ctx: TestPublieksportaal
let zaakId: string
let burgerId: string
const servers: Server[] = []
beforeAll(async () => {
  ctx = await createTestPublieksportaal()
  const zaak = testZaak({ bsn: BSN })
  await storeZaak(ctx, zaak)
  zaakId = zaak.uuid
  burgerId = (await findOrCreateBurger(ctx, BSN)).id
})
afterEach(() => {
  vi.useRealTimers()
  for (const server of servers.splice(0)) server.close()
})
afterAll(() => ctx.close())

const ask = () => askVraag(ctx, { burgerId, gemachtigdeId: null, zaakId, tekst: 'Moet ik thuis zijn?' })

const portOf = () => ((servers[0] as Server).address() as AddressInfo).port

async function start(handle: RequestListener, { patienceMs = 20_000, admit = pageAdmission({ patienceMs }) } = {}) {
  const transport = { certificate: undefined, trustedProxies: [], demo: true }
  const server = createWebServer(transport, handle, [], admit, unansweredPage)
  servers.push(server)
  const origin = `http://127.0.0.1:${await listen(server)}`
  return (path: string, headers: Record<string, string> = {}, method = 'POST', body?: string) =>
    fetch(`${origin}${path}`, { method, headers: { accept: 'text/html', ...headers }, ...(body && { body }) })
}

/** Locks the burger's row from another connection, so that all acts for this burger wait. */
async function lockBurger() {
  const holder = await ctx.pool.connect()
  await holder.query('begin')
  await holder.query('select 1 from burger where id = $1 for update', [burgerId])
  return async () => {
    await holder.query('rollback')
    holder.release()
  }
}

/** Answers as Next.js does when an action throws. */
const asNextWould =
  (act: () => Promise<unknown>): RequestListener =>
  (_, response) =>
    act().then(
      () => response.end('the page of the act'),
      (error) => {
        noteFailure(error)
        response.statusCode = 500
        response.end('the error page')
      },
    )

test('an action that waits for a lock ends with a page that says where to look, and does not claim an outcome', async () => {
  const acts: Promise<unknown>[] = []
  const send = await start(
    asNextWould(() => {
      const act = ask()
      acts.push(act)
      return act
    }),
    { patienceMs: 50 },
  )
  const release = await lockBurger()
  const answer = await send(`/mijn/zaken/${zaakId}/vraag?a=1`)
  expect([answer.status, answer.headers.get('connection')]).toEqual([503, 'close'])
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  const page = await answer.text()
  expect(page).toContain('<html lang="nl">')
  expect(page).toContain('Wij weten niet of dit is gelukt. Kijk bij de zaak of dit is opgeslagen')
  expect(page).toContain(`<a href="/mijn/zaken/${zaakId}">Kijk bij de zaak</a>`)

  const inEnglish = await send(`/mijn/zaken/${zaakId}/vraag`, { cookie: 'a=b; taal=en' })
  expect(await inEnglish.text()).toContain('Look at the case to see whether it was saved')
  const atDesk = await send('/balie/zaken/nieuw', { cookie: 'taal=en' })
  expect(await atDesk.text()).toContain('<a href="/balie/zaken/nieuw">Kijk op de pagina</a>')
  const supplier = await send('/ontwikkelaars/mijn', { 'accept-language': 'en' })
  expect(await supplier.text()).toContain('<html lang="en">')
  const script = await send('/mijn', { accept: 'text/x-component' })
  expect([script.status, (await script.json()).code]).toEqual([503, 'overloaded'])

  // The action completes later, and its response is dropped.
  await release()
  expect((await Promise.all(acts)).every((act) => (act as { ok: boolean }).ok)).toBe(true)
})

const tooLong = () => ctx.db.$transaction((tx) => tx.$queryRaw`select 1 from pg_sleep(0.05)`, { timeout: 1 })
/** Fails like a query of a table that a missing migration should have created. */
const fault = () => ctx.pool.query('select 1 from is_er_niet')

test('a transaction timeout answers 503, and an internal error answers a program with 500', async () => {
  const send = await start(asNextWould(tooLong))
  const answer = await send(`/mijn/zaken/${zaakId}/vraag`)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain(`<a href="/mijn/zaken/${zaakId}">`)
  const program = await send('/mijn', { accept: '*/*' })
  expect([program.status, program.headers.get('retry-after')]).toEqual([503, '10'])

  const broken = await start(asNextWould(fault))
  const own = await broken('/mijn', { accept: '*/*' })
  expect([own.status, await own.text()]).toEqual([500, 'the error page'])
})

test("a page that fails says so in the viewer's language, with links", async () => {
  const busy = await start(asNextWould(tooLong))
  const later = await busy('/mijn', {}, 'GET')
  expect([later.status, await later.text()]).toEqual([
    503,
    expect.stringContaining('Wacht even en probeer het dan opnieuw'),
  ])
  // the cause is unknown: the database may be down rather than busy
  expect(await (await busy('/mijn', {}, 'GET')).text()).not.toContain('te druk')

  const broken = await start(asNextWould(fault))
  const sides = ['/mijn/zaken?jaar=2026', '/balie', '/portaalbeheer', '/ontwikkelaars', '/demo']
  for (const path of sides) {
    const answer = await broken(path, {}, 'GET')
    const page = await answer.text()
    expect([answer.status, answer.headers.get('content-type')], path).toEqual([500, 'text/html; charset=utf-8'])
    expect(page).toContain('Deze pagina doet het nu niet')
    expect(page).toContain(`<a href="${path}">Probeer opnieuw</a>`)
    expect(page).toContain('<a href="/">Naar het begin</a>')
  }
  const inEnglish = await broken('/mijn', { cookie: 'taal=en' }, 'GET')
  expect(await inEnglish.text()).toContain('This page does not work right now')
  // The router of an open page shows its own error page.
  const router = await broken('/mijn', { accept: '*/*', rsc: '1' }, 'GET')
  expect([router.status, await router.text()]).toEqual([500, 'the error page'])
})

test('an action with an internal error says that it is unknown whether it was saved', async () => {
  const send = await start(asNextWould(fault))
  const answer = await send(`/mijn/zaken/${zaakId}/vraag`)
  expect(answer.status).toBe(500)
  const page = await answer.text()
  expect(page).toContain('<h1>Er ging bij ons iets mis</h1>')
  expect(page).toContain('Wij weten niet of dit is gelukt')
  expect(page).toContain(`<a href="/mijn/zaken/${zaakId}">Kijk bij de zaak</a>`)
})

test('a form above the limit says that it was not saved', async () => {
  const send = await start(() => expect.fail('it is too long'))
  const answer = await send('/balie/zaken/nieuw', {}, 'POST', 'a'.repeat(MAX_ACT_BYTES + 1))
  expect(answer.status).toBe(413)
  const page = await answer.text()
  expect(page).toContain('te groot')
  expect(page).toContain('niet opgeslagen')
  expect(page).toContain('<a href="/balie/zaken/nieuw">Terug naar het formulier</a>')
})

const BESTANDEN = '/api/publieksportaal/zaken/x/bestanden'
const ROUTES: Record<string, Route> = {
  [BESTANDEN]: { POST: () => problemResponse({ status: 413, code: 'body_too_large', detail: 'x' }) },
  '/api/publieksportaal/fout': { POST: () => fault().then(() => jsonResponse({})) },
  '/api/publieksportaal/druk': { POST: () => tooLong().then(() => jsonResponse({})) },
  '/api/publieksportaal/onleesbaar': {
    POST: () => problemResponse({ status: 400, code: 'form_unreadable', detail: 'x' }),
  },
  '/api/health/ready': { GET: () => jsonResponse({ status: 'fail' }, { status: 503 }) },
}

test('a form posted to an API gets the page, and a program keeps its problem', async () => {
  const route = createRouter({ routes: ROUTES, log: createLogger('web') })
  const send = await start((request, response) => void route(request)?.(request, response))
  const port = portOf()
  const from = (host: string) => ({ referer: `http://${host}/mijn/zaken/${zaakId}/sturen?fout=x` })
  const cases: [string, number, string][] = [
    [BESTANDEN, 413, 'niet opgeslagen'],
    ['/api/publieksportaal/fout', 500, 'Wij weten niet of dit is gelukt'],
    ['/api/publieksportaal/druk', 503, 'Wij weten niet of dit is gelukt'],
  ]
  for (const [path, status, said] of cases) {
    const form = await send(path, from(`127.0.0.1:${port}`))
    const page = await form.text()
    expect([form.status, form.headers.get('content-type')], path).toEqual([status, 'text/html; charset=utf-8'])
    expect(page).toContain(said)
    expect(page).toContain(`<a href="/mijn/zaken/${zaakId}`)
    // A Referer of another site gives no link back.
    expect(await (await send(path, from('elders.test'))).text()).toContain('<a href="/">')

    const program = await send(path, { accept: 'application/json' })
    expect([program.status, program.headers.get('content-type')], path).toEqual([status, 'application/problem+json'])
  }
  const refused = await send('/api/publieksportaal/onleesbaar')
  expect([refused.status, (await refused.json()).code]).toEqual([400, 'form_unreadable'])
  const health = await send('/api/health/ready', {}, 'GET')
  expect([health.status, await health.json()]).toEqual([503, { status: 'fail' }])
})

test.each(['/mijn/voorkeuren', '/balie/zaken/nieuw', BESTANDEN])(
  'a form at %s whose body stalls says that it was not saved',
  async (path) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const begun = Promise.withResolvers<void>()
    await start(() => {
      begun.resolve()
      return new Promise(() => {})
    })
    const port = portOf()
    const socket = connect(port, '127.0.0.1')
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Length: 9\r\n\r\n{`)
    await begun.promise
    const answer = text(socket)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await answer).toMatch(/^HTTP\/1\.1 408 .*Daarom is het niet opgeslagen/s)
  },
)

test('a page or form that is refused because the queue is full says that nothing was saved', async () => {
  const admit = pageAdmission()
  const full: Lane = { enter: ({ refuse }) => refuse(7) }
  const send = await start(() => expect.fail('it has no place'), {
    admit: (request, response) => ({ ...(admit(request, response) as { party: string }), lane: full }),
  })
  const form = await send('/balie/zaken/nieuw')
  expect([form.status, form.headers.get('retry-after')]).toEqual([503, '7'])
  expect(await form.text()).toContain('Wat u verstuurde is daarom niet opgeslagen')
  const page = await (await send('/mijn?a="><b>', {}, 'GET')).text()
  expect(page).toContain('Probeer opnieuw')
  expect(page).not.toContain('<b>')
})
