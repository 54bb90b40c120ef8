import { globSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { isBuilt } from './local/build.ts'
import { type Running, startScript, waitUntilReady } from './local/processes.ts'

// A web process as in production. `npm test` builds first; when run alone, the test is skipped if the build
// is stale.

const built = isBuilt()

/** The address of every page and route below a folder `demo`. */
const DOORS = globSync('app/**/{page.tsx,route.ts}')
  .map((file) => file.split('/').slice(1, -1))
  .filter((folders) => folders.includes('demo'))
  .map((folders) =>
    folders.filter((folder) => !folder.startsWith('(')).map((folder) => folder.replace(/^\[.*/, 'iets')),
  )
  .map((folders) => `/${folders.join('/')}`)

const oidc = (prefix: string) => ({
  [`${prefix}_ISSUER`]: 'https://inloggen.example',
  [`${prefix}_CLIENT_ID`]: 'zaakbode',
  [`${prefix}_CLIENT_SECRET`]: testSecret(),
})
/** The only host name that the pages accept. */
const HOST = '127.0.0.1'
const LIVE = {
  DEMO: '',
  ALLOW_PRIVATE_SINKS_DEMO_ONLY: '',
  ZAAKSYSTEEM_URL: `https://${HOST}`,
  PUBLIEKSPORTAAL_URL: `https://${HOST}`,
  PUBLIEKSPORTAAL_BRON_JWKS_URL: `https://${HOST}/jwks.json`,
  PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: `https://${HOST}/v1`,
}

let zaaksysteem: TestZaaksysteem
let portaal: TestPublieksportaal
let web: Running
let origin: string

beforeAll(async () => {
  if (!built) return
  zaaksysteem = await createTestZaaksysteem({ env: { ...LIVE, ...oidc('ZAAKSYSTEEM_OIDC') } })
  portaal = await createTestPublieksportaal({
    env: { ...LIVE, ...oidc('PUBLIEKSPORTAAL_OIDC'), ...oidc('PUBLIEKSPORTAAL_BEHEER_OIDC') },
  })
  const port = await freePort()
  origin = `http://${HOST}:${port}`
  const own = { NODE_ENV: 'production', HOST, PORT: String(port) }
  web = startScript({ script: 'web.ts', variables: { ...zaaksysteem.variables, ...portaal.variables, ...own } })
  await waitUntilReady(origin, web)
})
afterAll(async () => {
  if (!built) return
  await web.stop()
  await portaal.close()
  await zaaksysteem.close()
})

const ask = async (path: string, method: string) =>
  (await fetch(`${origin}${path}`, { method, redirect: 'manual' })).status

test('the demo has exactly these paths', () => {
  expect(DOORS).toEqual(expect.arrayContaining(['/demo', '/demo/post/iets', '/api/zaaksysteem/demo/token']))
})

test.skipIf(!built)('without DEMO=1 a web process serves other pages', async () => {
  expect(await ask('/mijn/inloggen', 'GET')).toBe(200)
})

test.skipIf(!built).each(DOORS)('without DEMO=1 %s is a 404 for every method', async (door) => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(await ask(door, method), method).toBe(404)
  }
})
