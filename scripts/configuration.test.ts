import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { ensureSleutels } from '#lib/zaaksysteem/signing/signing-keys.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'

const COMMANDS = ['web.ts', 'worker.ts', 'wissel-sleutels.ts']
/** The database check of web.ts without Next.js, which would fail first when there is no build. */
const DATABASE_OF_WEB = `import { exitOnUnfitDatabase } from './scripts/configuration.ts'; await exitOnUnfitDatabase()`

let zaaksysteem: TestZaaksysteem
let portal: TestPublieksportaal
let variables: Record<string, string>
beforeAll(async () => {
  zaaksysteem = await createTestZaaksysteem()
  portal = await createTestPublieksportaal()
  await ensureSleutels(zaaksysteem)
  variables = { ...zaaksysteem.variables, ...portal.variables }
})
afterAll(async () => {
  await Promise.all([zaaksysteem.close(), portal.close()])
})

/** Runs a process that must fail to start, and returns its exit. */
async function start(args: string[], changed: Record<string, string>) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...variables, ...changed },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { said, code }
}

/** The problems in the one line that a process in production logs. */
const reasonsIn = (said: string) => (JSON.parse(said) as { reason: string[] }).reason

test.each(COMMANDS)('%s does not start with the demo sign-in at a public address', async (script) => {
  const { said, code } = await start([`scripts/${script}`], { ZAAKSYSTEEM_URL: 'https://zaaksysteem.example' })
  expect(code).toBe(1)
  expect(said).toContain('ZAAKSYSTEEM_URL: with DEMO=1 anybody can sign in')
})

test.each(['demo/demo.ts', 'tools/dev.ts'])(
  '%s starts nothing when told to listen on a public address',
  async (script) => {
    const { said, code } = await start([script], { HOST: '0.0.0.0' })
    expect(code).toBe(1)
    expect(said).toContain('HOST: with DEMO=1 anybody can sign in')
  },
)

test('all problems are reported at once: of both systems, of files and of shared variables', async () => {
  const secret = testSecret()
  const { said, code } = await start(['scripts/web.ts'], {
    LOG_LEVEL: 'luid',
    PORT: 'drieduizend',
    HOST: '0.0.0.0',
    TRUSTED_PROXIES: '0.0.0.0/0',
    TLS_CERT_FILE: '/bestaat/niet.pem',
    ZAAKSYSTEEM_ORIGIN: '',
    ZAAKSYSTEEM_EXTRA_CA_FILE: '/bestaat/niet.pem',
    ZAAKSYSTEEM_OIDC_ISSUER: 'https://inloggen.example',
    ZAAKSYSTEEM_AUTH_SECRET: secret,
    PUBLIEKSPORTAAL_URL: 'http://portaal.example',
    PUBLIEKSPORTAAL_BRON_JWKS_URL: 'http://zaaksysteem.example/jwks.json',
    PUBLIEKSPORTAAL_ENCRYPTION_KEYS: `a=${Buffer.alloc(32).toString('base64')}`,
    PUBLIEKSPORTAAL_AUTH_SECRET: secret,
  })
  expect(code).toBe(1)
  expect([...new Set(reasonsIn(said).map((problem) => problem.split(':')[0]))].toSorted()).toEqual([
    'HOST',
    'LOG_LEVEL',
    'PORT',
    'PUBLIEKSPORTAAL_AUTH_SECRET',
    'PUBLIEKSPORTAAL_BRON_JWKS_URL',
    'PUBLIEKSPORTAAL_ENCRYPTION_KEYS.0.key',
    'PUBLIEKSPORTAAL_URL',
    'TLS_KEY_FILE',
    'TRUSTED_PROXIES',
    'ZAAKSYSTEEM_EXTRA_CA_FILE',
    'ZAAKSYSTEEM_OIDC_ISSUER',
    'ZAAKSYSTEEM_ORIGIN',
  ])
  expect(said).not.toContain(secret)
})

test.each([
  ['a web process', ['--input-type=module', '-e', DATABASE_OF_WEB]],
  ['a worker', ['scripts/worker.ts']],
])('%s exits without a key that its database needs', async (_, args) => {
  const renewed = { ZAAKSYSTEEM_ENCRYPTION_KEYS: `nieuw=${randomBytes(32).toString('base64')}` }
  const { said, code } = await start(args, renewed)
  expect(code).toBe(1)
  expect(reasonsIn(said)).toEqual([
    expect.stringContaining('ZAAKSYSTEEM_ENCRYPTION_KEYS: secrets in the database need the key "test-1"'),
  ])
})
