import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { listen } from '#tools/servers/listen.ts'
import { VERRICHTINGEN } from '../app/(zaaksysteem)/balie/(signed-in)/verrichtingen/verrichtingen.ts'
import { isBuilt } from './local/build.ts'
import { type Running, startScript, waitUntilReady } from './local/processes.ts'
import { ACTIONS, SIGN_INS } from './test-built-site.ts'

// Posts every action of the build as a signed-in browser without JavaScript does. `npm test` builds first;
// when run alone, the tests are skipped if the build is stale.

const built = isBuilt()
const AT_ONCE = 4

let zaaksysteem: TestZaaksysteem
let portaal: TestPublieksportaal
let web: Running
let origin: string
let cookie: string
let isAway = false
const relays: Server[] = []
const sockets = new Set<Socket>()

/** Starts a relay to a database, which drops all connections while the database is `away`. */
async function relayed(address: string | undefined): Promise<string> {
  const url = new URL(address as string)
  const [host, port] = [url.hostname, Number(url.port || 5432)]
  const relay = createServer((from) => {
    if (isAway) return void from.destroy()
    const to = connect(port, host)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one)
      one
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(one)
          other.destroy()
        })
      one.pipe(other)
    }
  })
  relays.push(relay)
  url.host = new URL(`http://127.0.0.1:${await listen(relay)}`).host
  return url.href
}

beforeAll(async () => {
  if (!built) return
  const port = await freePort()
  origin = `http://localhost:${port}`
  zaaksysteem = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_URL: origin } })
  portaal = await createTestPublieksportaal({ env: { PUBLIEKSPORTAAL_URL: origin } })
  const systems = { zaaksysteem, portaal }
  cookie = (await Promise.all(Object.values(SIGN_INS).map((signIn) => signIn(systems)))).join('; ')
  web = startScript({
    script: 'web.ts',
    variables: {
      ...zaaksysteem.variables,
      ...portaal.variables,
      ZAAKSYSTEEM_DATABASE_URL: await relayed(zaaksysteem.variables.ZAAKSYSTEEM_DATABASE_URL),
      PUBLIEKSPORTAAL_DATABASE_URL: await relayed(portaal.variables.PUBLIEKSPORTAAL_DATABASE_URL),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'silent',
    },
  })
  await waitUntilReady(`http://127.0.0.1:${port}`, web)
})
afterAll(async () => {
  if (!built) return
  await web.stop()
  for (const relay of relays) relay.close()
  await portaal.close()
  await zaaksysteem.close()
})

/** The path of a page of the build: without route groups, and with a UUID for each dynamic segment. */
function pathOf(page: string): string {
  const folders = page.split('/').slice(1, -1)
  return `/${folders
    .filter((folder) => !folder.startsWith('('))
    .map((folder) => (folder.startsWith('[') ? crypto.randomUUID() : folder))
    .join('/')}`
}

/** The hidden fields without which some actions refuse before they query the database. */
const HIDDEN = {
  code: 'x'.repeat(22),
  token: 'x',
  taal: 'nl',
  zaakId: crypto.randomUUID(),
  burgerId: crypto.randomUUID(),
  handeling: 'status',
  versie: '1',
}
/** The ways in which a page posts an action: as a form, without and with a bound argument. */
const WAYS: Record<string, (id: string) => Record<string, string>> = {
  form: (id) => ({ [`$ACTION_ID_${id}`]: '' }),
  'bound form': (id) => ({
    $ACTION_REF_1: '',
    '$ACTION_1:0': `{"id":"${id}","bound":"$@1"}`,
    '$ACTION_1:1': `["${crypto.randomUUID()}"]`,
  }),
}

type Answer = { status: number; type: string; page: string }

async function post(path: string, fields: Record<string, string>): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...HIDDEN })) body.set(name, value)
  const headers = { accept: 'text/html', origin, cookie }
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body })
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', page: await answer.text() }
}

const SAYS = /niet opgeslagen|Wij weten niet of dit is gelukt|was not saved|We do not know whether this worked/

const STORING = /Deze pagina doet het nu niet.*Dat ligt aan ons/s
const ABSENT = /Deze pagina bestaat niet/
/** Actions that save no input, each with the page that their browser ends at. */
const SAVES_NOTHING: Record<string, RegExp> = {
  signInBehandelaar: STORING,
  signInBeheerder: STORING,
  signInBurger: STORING,
  chooseVestiging: STORING,
  // the language is a cookie, and this page needs no database
  setTaal: /Van balie naar burger/,
}

/** Every action of the build. An action that performs a verrichting comes once for each verrichting. */
const DOORS = ACTIONS.flatMap(([id, { exportedName, workers }]) => {
  const page = Object.keys(workers)[0] as string
  if (!exportedName.endsWith('Verrichting')) return [{ id, page, exportedName, fields: {} }]
  return [...VERRICHTINGEN.keys()].map((verrichting) => ({ id, page, exportedName, fields: { verrichting } }))
})

/** Returns the doors whose response is no readable page, or does not tell the outcome of the act. */
async function otherAnswers(): Promise<string[]> {
  const left = [...DOORS]
  const others: string[] = []
  async function postNext() {
    for (let next = left.pop(); next; next = left.pop()) {
      const { id, exportedName, fields } = next
      const path = pathOf(next.page)
      const says = SAVES_NOTHING[exportedName] ?? SAYS
      const answers = await Promise.all(Object.values(WAYS).map((way) => post(path, { ...way(id), ...fields })))
      const isPlain = ({ type, page }: Answer) =>
        type.startsWith('text/html') && (says.test(page) || ABSENT.test(page)) && !/digest|Server Error/.test(page)
      for (const answer of answers.filter((one) => !isPlain(one))) {
        others.push(`${exportedName} at ${path}: ${answer.status} ${answer.type} ${answer.page.slice(0, 80)}`)
      }
      if (!answers.some(({ page }) => says.test(page)))
        others.push(`${exportedName} at ${path} says nothing of ${JSON.stringify(fields)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, postNext))
  return others
}

test.skipIf(!built)('every action tells its outcome while the database is unreachable', async () => {
  isAway = true
  for (const socket of sockets) socket.destroy()
  const others = await otherAnswers()
  isAway = false
  expect(others).toEqual([])
})

test.skipIf(!built)('every action tells its outcome while the schema of the database is missing', async () => {
  for (const { pool } of [zaaksysteem, portaal]) await pool.query('alter schema public rename to elders')
  const others = await otherAnswers()
  for (const { pool } of [zaaksysteem, portaal]) await pool.query('alter schema elders rename to public')
  expect(others).toEqual([])
})
