import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { ConfigurationError } from '#lib/platform/env.ts'
import { readPublieksportaalEnv, vapid } from './env.ts'

const DEMO = {
  PUBLIEKSPORTAAL_DATABASE_URL: 'postgres://localhost/publieksportaal',
  PUBLIEKSPORTAAL_URL: 'http://localhost:3000',
  PUBLIEKSPORTAAL_BSN_HASH_KEY: testSecret(),
  PUBLIEKSPORTAAL_AUTH_SECRET: testSecret(),
  PUBLIEKSPORTAAL_ENCRYPTION_KEYS: `a=${randomBytes(32).toString('base64')}`,
  PUBLIEKSPORTAAL_BRON_ORIGIN: 'zaaksysteem.example',
  PUBLIEKSPORTAAL_BRON_JWKS_URL: 'https://zaaksysteem.example/jwks.json',
  PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: 'https://zaaksysteem.example/v1',
  PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: testSecret(),
  DEMO: '1',
}
const oidc = (prefix: string) => ({
  [`${prefix}_ISSUER`]: 'https://inloggen.example',
  [`${prefix}_CLIENT_ID`]: 'portaal',
  [`${prefix}_CLIENT_SECRET`]: testSecret(),
})
const CITIZENS = oidc('PUBLIEKSPORTAAL_OIDC')
const BEHEERDERS = oidc('PUBLIEKSPORTAAL_BEHEER_OIDC')
const ZGW = {
  PUBLIEKSPORTAAL_ZGW_BRONORGANISATIE: '517439943',
  PUBLIEKSPORTAAL_ZGW_ZAKEN_API: 'https://zgw.example/zaken/api/v1',
  PUBLIEKSPORTAAL_ZGW_DOCUMENTEN_API: 'https://zgw.example/documenten/api/v1',
  PUBLIEKSPORTAAL_ZGW_CATALOGI_API: 'https://zgw.example/catalogi/api/v1',
  PUBLIEKSPORTAAL_ZGW_BESLUITEN_API: 'https://zgw.example/besluiten/api/v1',
  PUBLIEKSPORTAAL_ZGW_CLIENT_ID: 'portaal',
  PUBLIEKSPORTAAL_ZGW_SECRET: testSecret(),
}
const WITHOUT_SIGN_IN = { ...DEMO, DEMO: '', PUBLIEKSPORTAAL_URL: 'https://portaal.example' }
const LIVE = { ...WITHOUT_SIGN_IN, ...CITIZENS, ...BEHEERDERS }

function problems(source: Record<string, string>): string[] {
  try {
    readPublieksportaalEnv(source)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map((problem) => problem.split(':')[0] ?? '')
    throw error
  }
}

test('only the demo may lack the identity providers for citizens and beheerders', () => {
  expect(problems(DEMO)).toEqual([])
  expect(problems(WITHOUT_SIGN_IN)).toEqual(['PUBLIEKSPORTAAL_OIDC_ISSUER', 'PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER'])
  expect(problems({ ...WITHOUT_SIGN_IN, ...CITIZENS })).toEqual(['PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER'])
  expect(problems(LIVE)).toEqual([])
})

test('the demo refuses both, because it signs in citizens without proof', () => {
  expect(problems({ ...DEMO, ...CITIZENS })).toEqual(Object.keys(CITIZENS))
  expect(problems({ ...DEMO, ...BEHEERDERS })).toEqual(Object.keys(BEHEERDERS))
})

const CALLS = [
  'PUBLIEKSPORTAAL_BRON_JWKS_URL',
  'PUBLIEKSPORTAAL_ZAAKSYSTEEM_API',
  ...Object.keys(ZGW).filter((name) => name.endsWith('_API')),
]

test.each([...CALLS, 'PUBLIEKSPORTAAL_URL', 'PUBLIEKSPORTAAL_OIDC_ISSUER', 'PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER'])(
  'outside the demo %s must be https, even on loopback',
  (name) => {
    expect(problems({ ...LIVE, ...ZGW, [name]: 'http://localhost:3000/v1' })).toEqual([name])
  },
)

test.each(CALLS)('in the demo %s may be http on this machine only', (name) => {
  expect(problems({ ...DEMO, ...ZGW, [name]: 'http://localhost:3000/v1' })).toEqual([])
  expect(problems({ ...DEMO, ...ZGW, [name]: 'http://zaaksysteem.example/v1' })).toEqual([name])
})

test('a requested level must also be an accepted level', () => {
  const asked = { PUBLIEKSPORTAAL_OIDC_ACR_VALUES: 'urn:midden' }
  expect(problems({ ...LIVE, ...asked })).toEqual(Object.keys(asked))
  expect(problems({ ...LIVE, ...asked, PUBLIEKSPORTAAL_OIDC_ACR_ACCEPTED: ' , ' })).toEqual(Object.keys(asked))
  const required = { PUBLIEKSPORTAAL_OIDC_ACR_ACCEPTED: 'urn:midden' }
  expect(problems({ ...LIVE, ...required })).toEqual([])
  expect(problems({ ...LIVE, ...asked, ...required })).toEqual([])
})

test('the BSN key must not be the placeholder', () => {
  expect(problems({ ...LIVE, PUBLIEKSPORTAAL_BSN_HASH_KEY: 'A'.repeat(43) })).toEqual(['PUBLIEKSPORTAAL_BSN_HASH_KEY'])
})

test('several BSN keys are allowed, each valid and no placeholder', () => {
  const [first, second] = [testSecret(), testSecret()]
  const keys = (text: string) => problems({ ...LIVE, PUBLIEKSPORTAAL_BSN_HASH_KEY: text })
  expect(keys(`${first}, ${second}`)).toEqual([])
  for (const text of [`${first},${first}`, `${first},`, `${first},${'A'.repeat(43)}`, `a=${first}`]) {
    expect(keys(text)).toEqual(['PUBLIEKSPORTAAL_BSN_HASH_KEY'])
  }
  const shared = { PUBLIEKSPORTAAL_BSN_HASH_KEY: `${first},${second}`, PUBLIEKSPORTAAL_AUTH_SECRET: second }
  expect(problems({ ...LIVE, ...shared })).toHaveLength(1)
})

test('nobody is a beheerder by default', () => {
  expect(readPublieksportaalEnv(DEMO).PUBLIEKSPORTAAL_BEHEERDERS).toEqual([])
  const named = { ...DEMO, PUBLIEKSPORTAAL_BEHEERDERS: 'entra-1, ,entra-2,' }
  expect(readPublieksportaalEnv(named).PUBLIEKSPORTAAL_BEHEERDERS).toEqual(['entra-1', 'entra-2'])
})

test('a mail server requires a sender and an alert address', () => {
  const smtp = { ...DEMO, PUBLIEKSPORTAAL_SMTP_URL: 'smtps://mail.example' }
  expect(problems(smtp)).toEqual(['PUBLIEKSPORTAAL_SMTP_URL'])
  const complete = { PUBLIEKSPORTAAL_MAIL_FROM: 'a@b.nl', PUBLIEKSPORTAAL_BEHEERDER_MAIL: 'c@d.nl' }
  expect(problems({ ...smtp, ...complete })).toEqual([])
})

const SMTP = {
  PUBLIEKSPORTAAL_SMTP_URL: 'smtps://mail.example',
  PUBLIEKSPORTAAL_MAIL_FROM: 'a@b.nl',
  PUBLIEKSPORTAAL_BEHEERDER_MAIL: 'c@d.nl',
}
const ADDRESS = { PUBLIEKSPORTAAL_BOUNCE_ADDRESS: 'bounce@b.nl' }
const MAILBOX = { PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: 'imaps://bounce%40b.nl:p%2F%40@imap.example' }

test('a bounce mailbox requires its address, and a mail server', () => {
  expect(problems({ ...LIVE, ...SMTP, ...ADDRESS, ...MAILBOX })).toEqual([])
  expect(problems({ ...LIVE, ...SMTP, ...ADDRESS })).toEqual(Object.keys(MAILBOX))
  expect(problems({ ...LIVE, ...SMTP, ...MAILBOX })).toEqual(Object.keys(ADDRESS))
  expect(problems({ ...LIVE, ...ADDRESS, ...MAILBOX })).toEqual(['PUBLIEKSPORTAAL_SMTP_URL'])
})

test.each(['bounce', 'bounce+portaal@b.nl', `${'b'.repeat(16)}@b.nl`])(
  'the bounce address cannot be %s',
  (PUBLIEKSPORTAAL_BOUNCE_ADDRESS) => {
    const wrong = { ...LIVE, ...SMTP, ...MAILBOX, PUBLIEKSPORTAAL_BOUNCE_ADDRESS }
    expect(problems(wrong)).toContain('PUBLIEKSPORTAAL_BOUNCE_ADDRESS')
  },
)

test.each([
  'imap.example',
  'https://a:b@imap.example',
  'imaps://imap.example',
  'imaps://a@imap.example',
  'imaps://:b@imap.example',
  'imaps://a:100%@imap.example',
  'imaps://a:b@imap.example/Bounces',
  'imaps://a:b@imap.example?tls=no',
  'imaps://a:b@imap.example#anker',
])('the mailbox cannot be "%s", and the error does not show the value', (PUBLIEKSPORTAAL_BOUNCE_IMAP_URL) => {
  const wrong = { ...LIVE, ...SMTP, ...ADDRESS, PUBLIEKSPORTAAL_BOUNCE_IMAP_URL }
  expect(problems(wrong)).toContain('PUBLIEKSPORTAAL_BOUNCE_IMAP_URL')
  expect(() => readPublieksportaalEnv(wrong)).not.toThrow(PUBLIEKSPORTAAL_BOUNCE_IMAP_URL)
})

test('only the demo may mail sooner', () => {
  const sooner = { PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: '10' }
  expect(problems({ ...DEMO, ...sooner })).toEqual([])
  expect(problems({ ...LIVE, ...sooner })).toEqual(Object.keys(sooner))
})

const VAPID = {
  PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    format: 'jwk',
  }).d as string,
  PUBLIEKSPORTAAL_VAPID_SUBJECT: 'mailto:beheer@gemeente.example',
}

test('VAPID requires both a private key and a contact', () => {
  expect(problems({ ...LIVE, ...VAPID })).toEqual([])
  expect(vapid(readPublieksportaalEnv({ ...LIVE, ...VAPID }))).toEqual({
    privateKey: VAPID.PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY,
    subject: 'mailto:beheer@gemeente.example',
  })
  expect(vapid(readPublieksportaalEnv(LIVE))).toBeUndefined()
  for (const [name, other] of [Object.keys(VAPID), Object.keys(VAPID).toReversed()] as [string, string][]) {
    expect(problems({ ...LIVE, [name]: (VAPID as Record<string, string>)[name] as string })).toEqual([other])
  }
})

test.each([
  ['PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY', 'geheim'],
  ['PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY', 'A'.repeat(43)],
  ['PUBLIEKSPORTAAL_VAPID_SUBJECT', 'beheer@gemeente.example'],
  ['PUBLIEKSPORTAAL_VAPID_SUBJECT', 'http://gemeente.example'],
])('%s is not %s', (name, value) => {
  expect(problems({ ...LIVE, ...VAPID, [name]: value })).toContain(name)
})

test('only the demo may push without TLS, and only to this machine', () => {
  const name = 'PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY'
  expect(problems({ ...DEMO, [name]: 'http://127.0.0.1:4100' })).toEqual([])
  expect(problems({ ...LIVE, [name]: 'http://127.0.0.1:4100' })).toEqual([name])
  for (const elsewhere of ['http://push.example', 'https://push.example']) {
    expect(problems({ ...DEMO, [name]: elsewhere })).toEqual([name])
  }
})

test.each([
  'nats://localhost',
  'nats://127.0.0.1:4222',
  'nats://[::1]:4222/',
  'nats://token@localhost',
  'tls://nats.gemeente.example',
  'tls://portaal:p%40ss%25@nats.gemeente.example:4222',
])('the live bus may be %s', (PUBLIEKSPORTAAL_LIVE_BUS) => {
  for (const base of [DEMO, LIVE]) expect(problems({ ...base, PUBLIEKSPORTAAL_LIVE_BUS })).toEqual([])
})

test.each([
  '',
  'nats.gemeente.example',
  'https://nats.gemeente.example',
  'nats://nats.gemeente.example',
  'nats://10.0.0.1:4222',
  'nats://127.0.0.1.gemeente.example',
  'nats://',
  'tls://',
  'tls://:geheim@',
  'tls://nats.gemeente.example:99999',
  'tls://nats.gemeente.example/pad',
  'tls://nats.gemeente.example?tls=no',
  'tls://nats.gemeente.example#anker',
  'tls://portaal:100%@nats.gemeente.example',
])('the live bus may not be "%s", and the value is not shown', (PUBLIEKSPORTAAL_LIVE_BUS) => {
  for (const base of [DEMO, LIVE]) {
    const wrong = { ...base, PUBLIEKSPORTAAL_LIVE_BUS }
    expect(problems(wrong)).toEqual(['PUBLIEKSPORTAAL_LIVE_BUS'])
    if (PUBLIEKSPORTAAL_LIVE_BUS) expect(() => readPublieksportaalEnv(wrong)).not.toThrow(PUBLIEKSPORTAAL_LIVE_BUS)
  }
})

test('a ZGW registratie requires all of its variables, and opens only what the aanvrager may read', () => {
  expect(problems({ ...LIVE, ...ZGW })).toEqual([])
  for (const name of Object.keys(ZGW)) {
    const others = Object.fromEntries(Object.entries(ZGW).filter(([other]) => other !== name))
    expect(problems({ ...LIVE, ...others })).toEqual([name])
  }
  const up = (to: string) => problems({ ...LIVE, ...ZGW, PUBLIEKSPORTAAL_ZGW_VERTROUWELIJKHEID: to })
  expect(up('zaakvertrouwelijk')).toEqual([])
  expect(up('vertrouwelijk')).toEqual(['PUBLIEKSPORTAAL_ZGW_VERTROUWELIJKHEID'])
  expect(readPublieksportaalEnv(LIVE).PUBLIEKSPORTAAL_ZGW_VERTROUWELIJKHEID).toBe('openbaar')
})

test('an S3 requires its keys, and https', () => {
  const s3 = {
    PUBLIEKSPORTAAL_S3_URL: 'https://s3.example/portaal',
    PUBLIEKSPORTAAL_S3_ACCESS_KEY_ID: 'portaal',
    PUBLIEKSPORTAAL_S3_SECRET_ACCESS_KEY: 'w'.repeat(40),
  }
  expect(problems({ ...LIVE, ...s3 })).toEqual([])
  for (const name of Object.keys(s3)) expect(problems({ ...LIVE, ...s3, [name]: '' })).toContain(name)
  expect(problems({ ...LIVE, ...s3, PUBLIEKSPORTAAL_S3_URL: 'http://s3.example' })).toEqual(['PUBLIEKSPORTAAL_S3_URL'])
})
