import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { DEMO_BEHANDELAAR } from '#demo/stage/demo-zaak.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { isBuilt } from './local/build.ts'

// A web process as in production, made to fail by its clients. `npm test` builds first; when run alone, these
// tests are skipped if the build is stale.

const built = isBuilt()
const EVIL = 'Evilword'
/** Long, because a busy machine may be slow. */
const STARTED_WITHIN_MS = 100_000
const SIGN_IN = '/balie/inloggen'
/**
 * Runs in the web process before its own code. WORD comes from the environment, because a stack may quote
 * this source.
 */
const MISHAPS = `process.on('SIGUSR2', () => {
  const { WORD } = process.env
  process.emitWarning(WORD, 'DeprecationWarning', 'DEP0204')
  Promise.reject(new RangeError(WORD))
  setTimeout(() => { throw new SyntaxError(WORD) })
})`

let zaaksysteem: TestZaaksysteem
let portaal: TestPublieksportaal
let web: ChildProcess
let origin: string
const printed: string[] = []

beforeAll(async () => {
  if (!built) return
  zaaksysteem = await createTestZaaksysteem()
  portaal = await createTestPublieksportaal()
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const variables = {
    ...zaaksysteem.variables,
    ...portaal.variables,
    ZAAKSYSTEEM_URL: origin,
    PUBLIEKSPORTAAL_URL: origin,
  }
  web = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(MISHAPS)}`, 'scripts/web.ts'], {
    env: {
      ...process.env,
      ...variables,
      WORD: EVIL,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [web.stdout, web.stderr]) {
    createInterface(stream as Readable).on('line', (line) => printed.push(line))
  }
  await vi.waitFor(() => expect(printed.join()).toContain('Listening'), { timeout: STARTED_WITHIN_MS })
})
afterAll(async () => {
  if (!web) return
  const exited = once(web, 'exit')
  web.kill('SIGTERM')
  await exited
  await portaal.close()
  await zaaksysteem.close()
})

const action = (headers: Record<string, string>, body: BodyInit = '[]') =>
  fetch(`${origin}${SIGN_IN}`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'text/plain', ...headers },
    body,
  })

/** Sends a request that Node.js itself refuses. */
async function sendGarbage() {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.end(`GET / HTTP/1.1\r\nHost: ${EVIL}\r\n${EVIL}\r\n\r\n`)
  await once(socket.resume(), 'close')
}

const FORGED = { Cookie: `zaakbode-balie.session=${EVIL}.a.b.c.d` }

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { headers, redirect: 'manual' })

/** Sends a bezorging without valid proof. Any of its headers could end up in a log line. */
function deliverUnproven() {
  const headers = Object.fromEntries(
    ['WebHook-Request-Origin', 'ce-source', 'traceparent', 'User-Agent', 'webhook-id'].map((name) => [name, EVIL]),
  )
  return fetch(`${origin}/api/publieksportaal/webhooks`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/cloudevents+json', Authorization: `Bearer ${EVIL}` },
    body: JSON.stringify({ id: EVIL }),
  })
}

const ATTACKS: [string, () => Promise<unknown>][] = [
  ['an unknown server action', () => action({ 'Next-Action': EVIL })],
  ['a server action in the right form that does not exist', () => action({ 'Next-Action': '40'.padEnd(42, 'e') })],
  ['a server action from elsewhere', () => action({ 'Next-Action': EVIL, Origin: `https://${EVIL}.example` })],
  ['a body that is no form', () => action({ 'Content-Type': `multipart/form-data; boundary=${EVIL}` }, EVIL)],
  ['a router state that is none', () => get(SIGN_IN, { RSC: '1', 'Next-Router-State-Tree': `${EVIL}%7B` })],
  ['a picture that is not there', () => get(`/_next/image?url=%2F${EVIL}.png&w=64&q=75`)],
  ['an action of next-auth that does not exist', () => get(`/api/zaaksysteem/auth/${EVIL}`)],
  ['a forged cookie', () => get('/balie', FORGED)],
  ['a forged cookie at next-auth', () => get('/api/zaaksysteem/auth/session', FORGED)],
  ['a message without proof', deliverUnproven],
  ['garbage', sendGarbage],
]

test.skipIf(!built).each(ATTACKS)(
  "after %s all that the web process printed is JSON, and none of it is the client's",
  async (_, attack) => {
    await attack()
    expectOnlyOurs()
  },
)

test.skipIf(!built)('internal errors are logged as JSON too, with the class name of each error', async () => {
  await zaaksysteem.db.behandelaar.create({
    data: { subject: DEMO_BEHANDELAAR, naam: EVIL, team: EVIL, rollen: ['behandelaar'] },
  })
  const handle = (request: Request) =>
    fetch(new Request(`${origin}${new URL(request.url).pathname}`, request), { redirect: 'manual' })
  const visitor = createTestBrowser({ app: origin, basePath: '/api/zaaksysteem/auth', handle })
  await visitor.post('callback/demopersoon', { persoon: DEMO_BEHANDELAAR })
  await zaaksysteem.pool.query('alter table zaak rename to elsewhere')
  const page = await get('/balie', { Cookie: visitor.cookieHeader(), Accept: 'text/html' })
  expect([page.status, await page.text()]).toEqual([500, expect.stringContaining('Deze pagina doet het nu niet')])
  web.kill('SIGUSR2')
  const types = ['UnknownAction', 'JWEInvalid', 'error', 'DeprecationWarning', 'RangeError', 'SyntaxError']
  await expect.poll(namesOfErrors).toEqual(expect.arrayContaining(types))
  expectOnlyOurs()
})

const namesOfErrors = () => printed.map((line) => JSON.parse(line).err?.name)

function expectOnlyOurs() {
  const ours = { level: expect.any(Number), time: expect.any(Number), msg: expect.any(String) }
  for (const line of printed) {
    expect(JSON.parse(line)).toMatchObject(ours)
    expect(line.toLowerCase()).not.toContain(EVIL.toLowerCase())
  }
}
