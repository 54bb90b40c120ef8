import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { isBuilt } from './local/build.ts'
import { type Running, startScript, waitUntilReady } from './local/processes.ts'
import { ACTIONS, SIGN_INS } from './test-built-site.ts'

// Two web processes: the demo, with both systems, and the portal alone as in production, behind a TLS proxy.
// `npm test` builds first; when run alone, these tests are skipped if the build is stale.

const built = isBuilt()
const LIVE = 'https://mijn.test'

let zaaksysteem: TestZaaksysteem
let portaal: TestPublieksportaal
let demo: string
const running: Running[] = []
const ports = { demo: 0, live: 0 }

async function start(at: keyof typeof ports, variables: Record<string, string>) {
  const own = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(ports[at]), LOG_LEVEL: 'silent' }
  const web = startScript({ script: 'web.ts', variables: { ...variables, ...own } })
  running.push(web)
  await waitUntilReady(`http://127.0.0.1:${ports[at]}`, web)
}

beforeAll(async () => {
  if (!built) return
  for (const at of ['demo', 'live'] as const) ports[at] = await freePort()
  demo = `http://localhost:${ports.demo}`
  zaaksysteem = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_URL: demo } })
  portaal = await createTestPublieksportaal({ env: { PUBLIEKSPORTAAL_URL: demo } })
  await start('demo', { ...zaaksysteem.variables, ...portaal.variables })
  const oidc = (prefix: string) => ({
    [`${prefix}_ISSUER`]: 'https://inloggen.example',
    [`${prefix}_CLIENT_ID`]: 'zaakbode',
    [`${prefix}_CLIENT_SECRET`]: testSecret(),
  })
  await start('live', {
    ...portaal.variables,
    ...oidc('PUBLIEKSPORTAAL_OIDC'),
    ...oidc('PUBLIEKSPORTAAL_BEHEER_OIDC'),
    SYSTEMS: 'publieksportaal',
    DEMO: '',
    TRUSTED_PROXIES: '127.0.0.1',
    PUBLIEKSPORTAAL_URL: LIVE,
    PUBLIEKSPORTAAL_BRON_JWKS_URL: `${LIVE}/jwks.json`,
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: `${LIVE}/v1`,
  })
})
afterAll(async () => {
  if (!built) return
  await Promise.all(running.map((web) => web.stop()))
  await portaal.close()
  await zaaksysteem.close()
})

type Sent = { headers?: Record<string, string | undefined>; body?: FormData | string }

async function send(address: string, { headers = {}, body = '[]' }: Sent = {}, method = 'POST') {
  const { origin, host } = new URL(address)
  const at = origin === demo ? 'demo' : 'live'
  const content = new Response(body)
  const path = address.slice(origin.length)
  const asked = request({ host: '127.0.0.1', port: ports[at], path, method })
  const all = {
    Host: host,
    Origin: origin,
    'Content-Type': content.headers.get('content-type') ?? undefined,
    ...(at === 'live' && { 'X-Forwarded-Proto': 'https' }),
    ...headers,
  }
  for (const [name, value] of Object.entries(all)) if (value !== undefined) asked.setHeader(name, value)
  const answered = Promise.withResolvers<IncomingMessage>()
  asked.on('response', answered.resolve).on('error', answered.reject)
  asked.end(method === 'GET' ? undefined : Buffer.from(await content.arrayBuffer()))
  const answer = await answered.promise
  return {
    status: answer.statusCode,
    isUnknown: 'x-nextjs-action-not-found' in answer.headers,
    body: await text(answer),
  }
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

/** The ways in which a browser posts an action: by script, as a form, and as a form with bound arguments. */
const WAYS: Record<string, (id: string) => Sent> = {
  script: (id) => ({ headers: { 'Next-Action': id } }),
  form: (id) => ({ body: form({ [`$ACTION_ID_${id}`]: '' }) }),
  'bound form': (id) => ({
    body: form({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${id}","bound":"$@1"}`, '$ACTION_1:1': '[]' }),
  }),
}

type Door = keyof typeof SIGN_INS

/** The page and the sign-out of each door. */
const DOORS: Record<Door, { page: string; action: string }> = {
  behandelaar: { page: '/balie', action: 'signOutBehandelaar' },
  burger: { page: '/mijn/voorkeuren', action: 'signOutBurger' },
  beheerder: { page: '/portaalbeheer', action: 'signOutBeheerder' },
  leverancier: { page: '/ontwikkelaars/mijn', action: 'signOutAction' },
}

const idOf = (name: string) => ACTIONS.find(([, { exportedName }]) => exportedName === name)?.[0] as string

/** True when the page shows the form to sign out, which it does only within a sessie. */
async function isSignedIn(who: Door, cookie: string): Promise<boolean> {
  const { page, action } = DOORS[who]
  return (await send(`${demo}${page}`, { headers: { Cookie: cookie } }, 'GET')).body.includes(idOf(action))
}

const everyDoor = Object.entries(DOORS) as [Door, (typeof DOORS)[Door]][]
const everyWay = Object.entries(WAYS)
const signOuts = everyDoor.flatMap(([who, door]) => everyWay.map(([by, way]) => ({ who, by, way, ...door })))

test.skipIf(!built).each(signOuts)(
  'a copied cookie of a $who opens nothing after signing out by $by',
  async ({ who, way, page, action }) => {
    const cookie = await SIGN_INS[who]({ zaaksysteem, portaal })
    expect(await isSignedIn(who, cookie)).toBe(true)
    const { headers, body } = way(idOf(action))
    const { isUnknown } = await send(`${demo}${page}`, {
      headers: { Cookie: cookie, ...headers },
      body: body as string,
    })
    expect([isUnknown, await isSignedIn(who, cookie)]).toEqual([false, false])
  },
)

test.skipIf(!built)("a supplier who signs in again ends the browser's previous sessie", async () => {
  const cookie = await SIGN_INS.leverancier({ zaaksysteem, portaal })
  const body = WAYS['bound form']?.(idOf('signInAction')).body as FormData
  body.set('$ACTION_1:1', '[null]')
  body.set('token', zaaksysteem.apiToken)
  expect((await send(`${demo}/ontwikkelaars/mijn`, { headers: { Cookie: cookie }, body })).status).toBe(303)
  expect(await isSignedIn('leverancier', cookie)).toBe(false)
})

const PREFIXES = ['balie', 'ontwikkelaars', 'mijn', 'portaalbeheer', 'aansluiten', 'demo']
/**
 * The prefixes of the pages that may use the actions of a shared folder. Other actions belong to the folder
 * below the route group: `balie` for `app/(zaaksysteem)/balie`.
 */
const OF_SHARED: Record<string, string[]> = {
  'app/(zaaksysteem)/abonnementen': ['balie', 'ontwikkelaars'],
  'lib/zaaksysteem/sign-in': ['balie'],
  'lib/publieksportaal/sign-in/burger': ['mijn'],
  'lib/publieksportaal/sign-in/beheerder': ['portaalbeheer'],
  'lib/ui/text': ['ontwikkelaars', 'mijn', 'aansluiten', 'demo'],
}
const homesOf = (file: string) => OF_SHARED[file.slice(0, file.lastIndexOf('/'))] ?? [file.split('/')[2] ?? '']

test.skipIf(!built)('the build includes each action only in pages of its own system', () => {
  expect(ACTIONS.length).toBeGreaterThan(60)
  for (const [, { filename, workers }] of ACTIONS) {
    const homes = homesOf(filename)
    expect(PREFIXES, filename).toEqual(expect.arrayContaining(homes))
    for (const page of Object.keys(workers)) {
      const [, prefix] = page.split('/').filter((folder) => !folder.startsWith('('))
      expect(homes, `${filename} in ${page}`).toContain(prefix)
    }
  }
})

test.skipIf(!built)('every action sent by script to a foreign prefix is refused', async () => {
  const paths = [...PREFIXES, 'bestaat-niet', '_next/data/x', '%62alie', 'balie%2f', 'balie.rsc', '_not-found', '']
  for (const [id, { filename, exportedName }] of ACTIONS) {
    for (const path of paths.filter((one) => !homesOf(filename).includes(one))) {
      const { status, body } = await send(`${demo}/${path}`, WAYS.script?.(id))
      expect([status, JSON.parse(body).code], `${exportedName} at /${path}`).toEqual([404, 'action_unknown'])
    }
  }
})

test.skipIf(!built)('every action sent by script to its own prefixes is accepted', async () => {
  for (const [id, { filename, exportedName }] of ACTIONS) {
    for (const home of homesOf(filename)) {
      const { status, isUnknown } = await send(`${demo}/${home}/x`, WAYS.script?.(id))
      expect([isUnknown, status === 403], `${exportedName} below /${home}`).toEqual([false, false])
    }
  }
})

const ELSEWHERE = [
  ...PREFIXES.slice(1),
  ...['mijn/zaken/x', 'bestaat-niet', '_next/static/x', '_next/data/x', 'huisstijl/x', 'robots.txt', 'api/nergens'],
  ...['api/zaaksysteem/auth/session', '%62alie', '%62alie/inloggen', 'balie%2f', 'balie/../mijn', 'balie/%2e%2e/mijn'],
  ...['balie.rsc', '_not-found', 'Balie', 'mijn/sw.js', 'icon.svg', ''],
].map((path) => `/${path}`)

test.skipIf(!built).each(everyWay)(
  'by %s an action of a behandelaar at another prefix has no effect',
  async (_, way) => {
    const cookie = await SIGN_INS.behandelaar({ zaaksysteem, portaal })
    const { headers, body } = way(idOf('signOutBehandelaar'))
    for (const path of ELSEWHERE) {
      await send(`${demo}${path}`, { headers: { Cookie: cookie, ...headers }, body: body as string })
      expect(await isSignedIn('behandelaar', cookie), path).toBe(true)
    }
  },
)

const ONE_OF_EACH = {
  ontwikkelaars: 'checkAction',
  aansluiten: 'tryGatAction',
  mijn: 'signInBurger',
  portaalbeheer: 'signInBeheerder',
  balie: 'signInBehandelaar',
}

test.skipIf(!built)('every action sent as a form to a foreign prefix is refused', async () => {
  for (const [home, name] of Object.entries(ONE_OF_EACH)) {
    for (const path of PREFIXES.filter((prefix) => prefix !== home)) {
      for (const by of ['form', 'bound form']) {
        const answer = await send(`${demo}/${path}`, WAYS[by]?.(idOf(name)))
        expect([answer.status, answer.isUnknown], `${name} at /${path} as a ${by}`).toEqual([409, true])
      }
    }
  }
})

test.skipIf(!built).each(everyWay)('by %s an unknown action gets an answer without a stack', async (by, way) => {
  for (const id of ['40'.padEnd(42, 'e'), 'x', '__proto__', '']) {
    const { status, body } = await send(`${demo}/balie/inloggen`, way(id))
    expect([status, body.includes('.js:')], id).toEqual([by === 'script' ? 404 : expect.toBeOneOf([400, 409]), false])
  }
})

test.skipIf(!built).each(everyWay)(
  'by %s no action of the desk runs in a process with the portal alone',
  async (_, way) => {
    for (const path of ['/balie', '/balie/inloggen', '/ontwikkelaars', '/mijn', '/bestaat-niet']) {
      for (const name of ['signOutBehandelaar', 'signInBehandelaar', 'checkAction']) {
        const { isUnknown } = await send(`${LIVE}${path}`, way(idOf(name)))
        expect(isUnknown, `${name} at ${path}`).toBe(true)
      }
    }
  },
)

const FOREIGN: Record<string, Sent['headers']> = {
  'of another host': { Origin: 'https://elders.test' },
  'in plaintext': { Origin: LIVE.replace('https', 'http') },
  'of another port': { Origin: `${LIVE}:8443` },
  'that is null': { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
  'that is left out': { Origin: undefined },
  'that is left out, of a site beside it': { Origin: undefined, 'Sec-Fetch-Site': 'same-site' },
}
const OWN: Record<string, Sent['headers']> = {
  'of the portal': {},
  'that is left out, by a page of the portal': { Origin: undefined, 'Sec-Fetch-Site': 'same-origin' },
}
const POSTS: [path: string, sent: () => Sent | undefined][] = [
  ...everyWay.map(([, way]): [string, () => Sent] => ['/mijn/inloggen', () => way(idOf('signInBurger'))]),
  ['/api/publieksportaal/auth/signout', () => ({ body: form({ csrfToken: 'x' }) })],
  ['/api/publieksportaal/beheer-auth/signin/oidc', () => ({ body: form({ csrfToken: 'x' }) })],
  ['/api/publieksportaal/sessie', () => undefined],
  ['/api/publieksportaal/apparaten', () => undefined],
  ['/api/publieksportaal/zaken/x/aanvullingen/x/bestanden', () => undefined],
]
const statusesOf = (headers: Sent['headers']) =>
  Promise.all(
    POSTS.map(async ([path, sent]) => {
      const { headers: own, body } = sent() ?? {}
      return (await send(`${LIVE}${path}`, { headers: { ...own, ...headers }, body: body as string })).status
    }),
  )

test.skipIf(!built).each(Object.entries(FOREIGN))(
  'a form with an Origin %s is refused with 403',
  async (_, headers) => {
    expect(await statusesOf(headers)).toEqual(POSTS.map(() => 403))
  },
)

test.skipIf(!built).each(Object.entries(OWN))('a form with an Origin %s is accepted', async (_, headers) => {
  expect(await statusesOf(headers)).not.toContain(403)
})
