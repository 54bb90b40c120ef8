import { expect, test } from 'vitest'
import { ConfigurationError } from '#lib/platform/env.ts'
import { readPublieksportaalEnv } from './env.ts'

const SECRET = 'x'.repeat(43)
const DEMO = {
  PUBLIEKSPORTAAL_DATABASE_URL: 'postgres://localhost/publieksportaal',
  PUBLIEKSPORTAAL_URL: 'https://portaal.example',
  PUBLIEKSPORTAAL_BSN_HASH_KEY: SECRET,
  PUBLIEKSPORTAAL_AUTH_SECRET: SECRET,
  PUBLIEKSPORTAAL_ENCRYPTION_KEYS: `a=${Buffer.alloc(32).toString('base64')}`,
  PUBLIEKSPORTAAL_BRON_ORIGIN: 'zaaksysteem.example',
  PUBLIEKSPORTAAL_BRON_JWKS_URL: 'https://zaaksysteem.example/jwks.json',
  PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: 'https://zaaksysteem.example/v1',
  PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: SECRET,
  DEMO: '1',
}
const oidc = (prefix: string) => ({
  [`${prefix}_ISSUER`]: 'https://inloggen.example',
  [`${prefix}_CLIENT_ID`]: 'portaal',
  [`${prefix}_CLIENT_SECRET`]: SECRET,
})
const CITIZENS = oidc('PUBLIEKSPORTAAL_OIDC')
const BEHEERDERS = oidc('PUBLIEKSPORTAAL_BEHEER_OIDC')

function problems(source: Record<string, string>): string[] {
  try {
    readPublieksportaalEnv(source)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map((problem) => problem.split(':')[0] ?? '')
    throw error
  }
}

test('only the demo goes without an identity provider for citizens and one for beheerders', () => {
  const live = { ...DEMO, DEMO: '' }
  expect(problems(DEMO)).toEqual([])
  expect(problems(live)).toEqual(['PUBLIEKSPORTAAL_OIDC_ISSUER', 'PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER'])
  expect(problems({ ...live, ...CITIZENS })).toEqual(['PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER'])
  expect(problems({ ...live, ...CITIZENS, ...BEHEERDERS })).toEqual([])
})

test('nobody is a beheerder until named', () => {
  expect(readPublieksportaalEnv(DEMO).PUBLIEKSPORTAAL_BEHEERDERS).toEqual([])
  const named = { ...DEMO, PUBLIEKSPORTAAL_BEHEERDERS: 'entra-1, ,entra-2,' }
  expect(readPublieksportaalEnv(named).PUBLIEKSPORTAAL_BEHEERDERS).toEqual(['entra-1', 'entra-2'])
})

test('a mail server needs a sender and somebody to tell', () => {
  const smtp = { ...DEMO, PUBLIEKSPORTAAL_SMTP_URL: 'smtps://mail.example' }
  expect(problems(smtp)).toEqual(['PUBLIEKSPORTAAL_SMTP_URL'])
  const complete = { PUBLIEKSPORTAAL_MAIL_FROM: 'a@b.nl', PUBLIEKSPORTAAL_BEHEERDER_MAIL: 'c@d.nl' }
  expect(problems({ ...smtp, ...complete })).toEqual([])
})
