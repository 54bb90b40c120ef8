import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { ConfigurationError } from '#lib/platform/env.ts'
import { oauthAudience, readZaaksysteemEnv } from './env.ts'

const BOTH = {
  ZAAKSYSTEEM_DATABASE_URL: 'postgres://localhost/zaaksysteem',
  ZAAKSYSTEEM_ORIGIN: 'zaaksysteem.example',
  ZAAKSYSTEEM_API_TOKENS: `publieksportaal=${randomBytes(32).toString('hex')}:zaken.lezen`,
  ZAAKSYSTEEM_AUTH_SECRET: testSecret(),
  ZAAKSYSTEEM_ENCRYPTION_KEYS: `a=${randomBytes(32).toString('base64')}`,
}
const OIDC = {
  ZAAKSYSTEEM_OIDC_ISSUER: 'https://inloggen.example',
  ZAAKSYSTEEM_OIDC_CLIENT_ID: 'zaaksysteem',
  ZAAKSYSTEEM_OIDC_CLIENT_SECRET: testSecret(),
}
const DEMO = { ...BOTH, ZAAKSYSTEEM_URL: 'http://localhost:3000', DEMO: '1' }
const LIVE = { ...BOTH, ...OIDC, ZAAKSYSTEEM_URL: 'https://zaaksysteem.example' }

function problems(source: Record<string, string>): string[] {
  try {
    readZaaksysteemEnv(source)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map((problem) => problem.split(':')[0] ?? '')
    throw error
  }
}

test('the configuration of the demo and that of a zaaksysteem with its own staff are valid', () => {
  expect([problems(DEMO), problems(LIVE)]).toEqual([[], []])
})

test('the configuration is valid without API clients, because a beheerder can register them', () => {
  const { ZAAKSYSTEEM_API_TOKENS: _, ...without } = LIVE
  expect(readZaaksysteemEnv(without).ZAAKSYSTEEM_API_TOKENS).toEqual([])
})

test.each(['https://zaaksysteem.example', 'http://192.168.1.20:3000', 'http://localhost.example:3000'])(
  'the demo, in which anybody can sign in, is refused at %s',
  (ZAAKSYSTEEM_URL) => {
    expect(problems({ ...DEMO, ZAAKSYSTEEM_URL })).toEqual(['ZAAKSYSTEEM_URL'])
  },
)

test.each(['http://localhost:3001', 'https://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
  'the demo is allowed at %s',
  (ZAAKSYSTEEM_URL) => {
    expect(problems({ ...DEMO, ZAAKSYSTEEM_URL })).toEqual([])
  },
)

test('with the demo sign-in every variable of an identity provider is refused', () => {
  expect(problems({ ...DEMO, ...OIDC })).toEqual(Object.keys(OIDC))
})

test.each(['ZAAKSYSTEEM_URL', 'ZAAKSYSTEEM_OIDC_ISSUER', 'ZAAKSYSTEEM_OAUTH_ISSUER'])(
  'outside the demo %s must be https, even on loopback',
  (name) => {
    expect(problems({ ...LIVE, [name]: 'http://localhost:3000' })).toEqual([name])
  },
)

test('an S3 store needs both keys and an https address', () => {
  const s3 = {
    ZAAKSYSTEEM_S3_URL: 'https://s3.example/bestanden',
    ZAAKSYSTEEM_S3_ACCESS_KEY_ID: 'zaaksysteem',
    ZAAKSYSTEEM_S3_SECRET_ACCESS_KEY: 'w'.repeat(40),
  }
  expect(problems({ ...LIVE, ...s3 })).toEqual([])
  for (const name of Object.keys(s3)) expect(problems({ ...LIVE, ...s3, [name]: undefined })).toEqual([name])
  expect(problems({ ...LIVE, ...s3, ZAAKSYSTEEM_S3_URL: 'http://s3.example/bestanden' })).toEqual([
    'ZAAKSYSTEEM_S3_URL',
  ])
})

test.each([
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['clamd.intern:3310', { host: 'clamd.intern', port: 3310 }],
])('a virus scanner is accepted at %s', (ZAAKSYSTEEM_CLAMD, address) => {
  expect(readZaaksysteemEnv({ ...LIVE, ZAAKSYSTEEM_CLAMD }).ZAAKSYSTEEM_CLAMD).toEqual(address)
})

test.each(['clamd', 'clamd:', 'http://clamd:3310', 'run/clamd.ctl'])('%s is refused as clamd', (ZAAKSYSTEEM_CLAMD) => {
  expect(problems({ ...LIVE, ZAAKSYSTEEM_CLAMD })).toEqual(['ZAAKSYSTEEM_CLAMD'])
})

test('the default audience of access tokens is the address of the API', () => {
  const ZAAKSYSTEEM_OAUTH_AUDIENCE = 'urn:zaaksysteem'
  expect(oauthAudience(readZaaksysteemEnv(LIVE))).toBe('https://zaaksysteem.example/api/zaaksysteem/v1')
  expect(oauthAudience(readZaaksysteemEnv({ ...LIVE, ZAAKSYSTEEM_OAUTH_AUDIENCE }))).toBe('urn:zaaksysteem')
})

test('an identity provider with a missing variable is refused', () => {
  const { ZAAKSYSTEEM_OIDC_CLIENT_SECRET, ...half } = LIVE
  expect(problems(half)).toEqual(['ZAAKSYSTEEM_OIDC_ISSUER'])
})

test('a mail server needs a sender and a recipient, and options that switch TLS off are refused', () => {
  const mail = { ZAAKSYSTEEM_MAIL_FROM: 'a@b.nl', ZAAKSYSTEEM_BEHEERDER_MAIL: 'c@d.nl' }
  expect(problems({ ...LIVE, ZAAKSYSTEEM_SMTP_URL: 'smtp://mail.example' })).toEqual(['ZAAKSYSTEEM_SMTP_URL'])
  expect(problems({ ...LIVE, ...mail, ZAAKSYSTEEM_SMTP_URL: 'smtp://u:p@mail.example:587' })).toEqual([])
  const lax = 'smtp://mail.example?ignoreTLS=true'
  expect(problems({ ...LIVE, ...mail, ZAAKSYSTEEM_SMTP_URL: lax })).toEqual(['ZAAKSYSTEEM_SMTP_URL'])
})

test.each([
  ['zaken.lezen', undefined],
  ['zaken.lezen:APV-EVEN', ['APV-EVEN']],
  ['gebeurtenissen.lezen+zaken.lezen:APV-EVEN:OMG-KAP+zaken.bsn.lezen', ['APV-EVEN', 'OMG-KAP']],
])('the scopes %s give access to the zaaktypen %j', (scopes, zaaktypen) => {
  const ZAAKSYSTEEM_API_TOKENS = `publieksportaal=${randomBytes(32).toString('hex')}:${scopes}`
  const [client] = readZaaksysteemEnv({ ...LIVE, ZAAKSYSTEEM_API_TOKENS }).ZAAKSYSTEEM_API_TOKENS
  expect(client).toMatchObject({ scopes: scopes.replace(/:[^+]*/, '').split('+'), zaaktypen })
})

test.each([
  'zaken.lezen:',
  'zaken.lezen:APV-EVEN:',
  'zaken.lezen:APV EVEN',
  'gebeurtenissen.lezen:APV-EVEN',
  'zaken.lezen:APV-EVEN+zaken.lezen:OMG-KAP',
])('the scopes %s are refused', (scopes) => {
  const ZAAKSYSTEEM_API_TOKENS = `publieksportaal=${randomBytes(32).toString('hex')}:${scopes}`
  expect(problems({ ...LIVE, ZAAKSYSTEEM_API_TOKENS })).toEqual(['ZAAKSYSTEEM_API_TOKENS'])
})

test('a form at an IP address is refused', () => {
  const hosts = (text: string) => ({ ...LIVE, ZAAKSYSTEEM_FORMULIERHOSTS: text })
  expect(problems(hosts('https://formulieren.gemeente.nl'))).toEqual(['ZAAKSYSTEEM_FORMULIERHOSTS'])
  expect(readZaaksysteemEnv(hosts('www.gemeente.nl, formulieren.gemeente.nl')).ZAAKSYSTEEM_FORMULIERHOSTS).toEqual([
    'www.gemeente.nl',
    'formulieren.gemeente.nl',
  ])
  expect(readZaaksysteemEnv(LIVE).ZAAKSYSTEEM_FORMULIERHOSTS).toEqual([])
})

test('an internal network that covers the internet is refused', () => {
  expect(problems({ ...LIVE, ZAAKSYSTEEM_INTERNE_NETWERKEN: '10.0.0.0/8,0.0.0.0/0' })).toEqual([
    'ZAAKSYSTEEM_INTERNE_NETWERKEN',
  ])
})

test('the error lists every problem at once, also of files and between variables, and shows no value', () => {
  const { ZAAKSYSTEEM_OIDC_CLIENT_ID, ZAAKSYSTEEM_ORIGIN, ...rest } = LIVE
  const source = {
    ...rest,
    LOG_LEVEL: 'luid-en-duidelijk',
    ZAAKSYSTEEM_URL: 'http://zaaksysteem.example',
    ZAAKSYSTEEM_AUTH_SECRET: 'kort-geheim',
    ZAAKSYSTEEM_METRICS_TOKEN_HASH: '0'.repeat(64),
    ZAAKSYSTEEM_EXTRA_CA_FILE: '/bestaat/niet.pem',
    ZAAKSYSTEEM_SMTP_URL: 'smtp://mail.example',
    ALLOW_PRIVATE_SINKS_DEMO_ONLY: '1',
    ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY: 'token',
  }
  expect(problems(source).toSorted()).toEqual([
    'ALLOW_PRIVATE_SINKS_DEMO_ONLY',
    'LOG_LEVEL',
    'ZAAKSYSTEEM_AUTH_SECRET',
    'ZAAKSYSTEEM_EXTRA_CA_FILE',
    'ZAAKSYSTEEM_METRICS_TOKEN_HASH',
    'ZAAKSYSTEEM_OIDC_ISSUER',
    'ZAAKSYSTEEM_ORIGIN',
    'ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY',
    'ZAAKSYSTEEM_SMTP_URL',
    'ZAAKSYSTEEM_URL',
  ])
  expect(() => readZaaksysteemEnv(source)).toThrow(/^((?!luid|kort|bestaat|smtp:|http:).)*$/s)
})
