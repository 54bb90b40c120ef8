import type { RequestListener, Server } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Lane } from '#lib/platform/tasks/lane.ts'
import { listen } from '#lib/platform/test-listen.ts'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { noteFailure } from '#lib/platform/web-server/request-failure.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { askVraag } from '#lib/publieksportaal/inzending/ask-vraag.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { pageAdmission } from './page-admission.ts'

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
  for (const server of servers.splice(0)) server.close()
})
afterAll(() => ctx.close())

const ask = () => askVraag(ctx, { burgerId, gemachtigdeId: null, zaakId, tekst: 'Moet ik thuis zijn?' })

async function start(handle: RequestListener, { patienceMs = 20_000, admit = pageAdmission({ patienceMs }) } = {}) {
  const server = createWebServer({ certificate: undefined, trustedProxies: [], demo: true }, handle, [], admit)
  servers.push(server)
  const origin = `http://127.0.0.1:${await listen(server)}`
  return (path: string, headers: Record<string, string> = {}, method = 'POST') =>
    fetch(`${origin}${path}`, { method, headers: { accept: 'text/html', ...headers } })
}

/** Another connection holds the burger, so that every act for him waits. */
async function lockBurger() {
  const holder = await ctx.pool.connect()
  await holder.query('begin')
  await holder.query('select 1 from burger where id = $1 for update', [burgerId])
  return async () => {
    await holder.query('rollback')
    holder.release()
  }
}

/** As Next.js answers an action that throws. */
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

test('an act that waits for a lock ends with a page that says where to look, and claims nothing', async () => {
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

  // The act is decided later, and the answer of the route then goes nowhere.
  await release()
  expect((await Promise.all(acts)).every((act) => (act as { ok: boolean }).ok)).toBe(true)
})

test('an act whose transaction takes too long is 503 with the page, and a fault stays 500', async () => {
  const send = await start(
    asNextWould(() => ctx.db.$transaction((tx) => tx.$queryRaw`select 1 from pg_sleep(0.05)`, { timeout: 1 })),
  )
  const answer = await send(`/mijn/zaken/${zaakId}/vraag`)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain(`<a href="/mijn/zaken/${zaakId}">`)
  const program = await send('/mijn', { accept: '*/*' })
  expect([program.status, program.headers.get('retry-after')]).toEqual([503, '10'])

  const broken = await start(asNextWould(() => Promise.reject(new TypeError('x'))))
  const fault = await broken('/mijn')
  expect([fault.status, await fault.text()]).toEqual([500, 'the error page'])
})

test('a page, or a form, for which there is no place says that nothing was saved', async () => {
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
