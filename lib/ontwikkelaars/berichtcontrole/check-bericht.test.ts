import { generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { type Contentmodus, type Credentialtype, credentialtype, fits } from '#lib/contract/abonnement-resource.ts'
import { NOW, newSecret, startTestSender, storedHeaders, type TestBezorging } from '../test-bezorgingen.ts'
import { type Bericht, readJwks } from './bericht.ts'
import { checkBericht } from './check-bericht.ts'
import { parseHeaders } from './read-invoer.ts'
import type { StapNaam } from './stap.ts'
import { asBericht, outcomeOf } from './test-bericht.ts'

const sender = await startTestSender()
afterAll(() => sender.close())

const ALL = credentialtype.options.flatMap((type) =>
  (['structured', 'binary', 'batch'] as const)
    .filter((contentmodus) => fits({ credentialtype: type, contentmodus }))
    .map((contentmodus): [Credentialtype, Contentmodus] => [type, contentmodus]),
)

test.each(ALL)('a bezorging with %s in mode %s passes each step', async (type, contentmodus) => {
  const bezorging = await sender.deliver(type, contentmodus)
  const controle = await checkBericht(asBericht(bezorging), [])
  expect(controle.stappen.filter(({ uitkomst }) => uitkomst === 'fout')).toEqual([])
  expect(controle).toMatchObject({ goed: true })
  const recognised = await checkBericht(asBericht(bezorging, { credentialtype: null }), [])
  expect(recognised.stappen).toEqual(controle.stappen)
})

type Changes = Partial<Bericht> | ((bericht: Bericht) => Partial<Bericht>)
const withHeader = (name: string, value: string) => (bericht: Bericht) => ({
  headers: new Map(bericht.headers).set(name, value),
})
const without = (name: string) => (bericht: Bericht) => ({
  headers: new Map([...bericht.headers].filter(([each]) => each !== name)),
})
const LATER = { moment: new Date(NOW.getTime() + 600_000) }
const OTHER_BODY = (bericht: Bericht) => ({ body: bericht.body.replace('in_behandeling', 'ontvangen') })

test.each<[Credentialtype, string, Changes, Record<string, string>]>([
  ['JWT', 'another body', OTHER_BODY, { token_body: 'fout' }],
  ['JWT', 'another address', { sink: 'https://ander.test/' }, { token_geadresseerde: 'fout' }],
  ['JWT', 'no address', { sink: '' }, { token_geadresseerde: 'overgeslagen' }],
  ['JWT', 'another source', { source: 'urn:nld:ander' }, { token_afzender: 'fout', bron: 'fout' }],
  ['JWT', 'another origin', { origin: 'ander.test' }, { afzender: 'fout' }],
  ['JWT', 'a later moment', LATER, { token_tijd: 'fout' }],
  ['JWT', 'no keys', { keys: [] }, { token_sleutel: 'fout', token_handtekening: 'niet_bereikt' }],
  ['ACCESSTOKEN', 'another token', { geheim: 'ander' }, { accesstoken: 'fout' }],
  ['ACCESSTOKEN', 'no token to compare with', { geheim: '' }, { accesstoken: 'overgeslagen' }],
  ['ACCESSTOKEN', 'no header', without('authorization'), { accesstoken: 'fout' }],
  ['STANDARDWEBHOOKS', 'another secret', { geheim: newSecret() }, { webhook_handtekening: 'fout' }],
  ['STANDARDWEBHOOKS', 'no secret, by the published key', { geheim: '' }, {}],
  ['STANDARDWEBHOOKS', 'another body', OTHER_BODY, { token_body: 'fout', webhook_handtekening: 'fout' }],
  ['STANDARDWEBHOOKS', 'a later moment', LATER, { token_tijd: 'fout', webhook_tijd: 'fout' }],
  [
    'STANDARDWEBHOOKS',
    'another id',
    withHeader('webhook-id', 'x'),
    { webhook_event: 'fout', webhook_handtekening: 'fout' },
  ],
  ['HTTPMESSAGESIGNATURES', 'another body', OTHER_BODY, { token_body: 'fout', signature_body: 'fout' }],
  ['HTTPMESSAGESIGNATURES', 'a later moment', LATER, { token_tijd: 'fout', signature_tijd: 'fout' }],
  ['HTTPMESSAGESIGNATURES', 'another verb', { method: 'PUT' }, { signature_handtekening: 'fout' }],
  [
    'HTTPMESSAGESIGNATURES',
    'a header that is not signed',
    withHeader('ce-extra', '1'),
    { signature_onderdelen: 'fout' },
  ],
  ['NLGOVADR', 'another body', OTHER_BODY, { token_body: 'fout', adr_body: 'fout' }],
  ['NLGOVADR', 'a later moment', LATER, { token_tijd: 'fout', adr_tijd: 'fout' }],
  ['NLGOVADR', 'another digest', withHeader('digest', 'SHA-256=x'), { adr_body: 'fout', adr_handtekening: 'fout' }],
])('%s with %s', async (type, _what, changes, expected) => {
  const bericht = asBericht(await sender.deliver(type))
  expect(await outcomeOf({ ...bericht, ...(typeof changes === 'function' ? changes(bericht) : changes) })).toEqual(
    expected,
  )
})

test.each(['JWT', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const)(
  'with %s, a body that was serialized again is distinguished from another body',
  async (type) => {
    const bezorging = await sender.deliver(type)
    const bericht = asBericht(bezorging, { body: JSON.stringify(JSON.parse(bezorging.body), null, 2) })
    const reasons = (await checkBericht(bericht, [])).stappen.flatMap(({ reden }) => reden ?? [])
    expect(reasons).toContain('opnieuw_opgemaakt')
  },
)

test.each(['JWT', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const)(
  'with %s, an extra line end after the body is ignored',
  async (type) => {
    const bezorging = await sender.deliver(type)
    expect(await outcomeOf(asBericht(bezorging, { body: `${bezorging.body}\r\n` }))).toEqual({})
  },
)

test.each([
  ['a line end too many', (body: string) => `${body}\r\n`],
  ['spaces', (body: string) => JSON.stringify(JSON.parse(body), null, 2)],
])('for a STANDARDWEBHOOKS body with %s the check shows the signed bytes', async (_what, pasted) => {
  const bezorging = await sender.deliver('STANDARDWEBHOOKS')
  const { getekend } = await checkBericht(asBericht(bezorging, { body: pasted(bezorging.body) }), [])
  expect(getekend).toEqual((await checkBericht(asBericht(bezorging), [])).getekend)
})

/** Replaces the key for `alg` in the key set with another key, under the same `alg` and `kid`. */
function mislabelled({ jwks }: TestBezorging, alg: string, key: JsonWebKey) {
  const { keys } = JSON.parse(jwks) as { keys: { alg: string; kid: string }[] }
  return readJwks(
    JSON.stringify({ keys: keys.map((each) => (each.alg === alg ? { ...key, alg, kid: each.kid } : each)) }),
  )
}

const jwkOf = ({ publicKey }: { publicKey: KeyObject }) => publicKey.export({ format: 'jwk' })
const X25519 = jwkOf(generateKeyPairSync('x25519'))
const ED25519 = jwkOf(generateKeyPairSync('ed25519'))
const P384 = jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }))

test.each<[Credentialtype, string, JsonWebKey, StapNaam]>([
  ['JWT', 'ES256', ED25519, 'token_sleutel'],
  ['JWT', 'ES256', P384, 'token_sleutel'],
  ['JWT', 'ES256', { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, 'token_sleutel'],
  ['STANDARDWEBHOOKS', 'Ed25519', X25519, 'webhook_handtekening'],
  ['HTTPMESSAGESIGNATURES', 'Ed25519', X25519, 'signature_sleutel'],
  ['NLGOVADR', 'PS256', ED25519, 'adr_sleutel'],
])('with %s, a key that claims %s but is of another kind is reported: %j', async (type, alg, key, naam) => {
  const bezorging = await sender.deliver(type)
  const keys = mislabelled(bezorging, alg, key)
  const { stappen } = await checkBericht(asBericht(bezorging, { keys, geheim: '' }), [])
  expect(stappen.find((stap) => stap.naam === naam)).toMatchObject({ uitkomst: 'fout', reden: 'sleutel_past_niet' })
})

test('a key of zaakbode luister is reported as such', async () => {
  const bezorging = await sender.deliver('JWT')
  const [, ...parts] = (bezorging.headers.authorization as string).split('.')
  const header = { alg: 'ES256', typ: 'JWT', kid: 'luister-es256-0a1b2c3d' }
  const authorization = [`Bearer ${Buffer.from(JSON.stringify(header)).toString('base64url')}`, ...parts].join('.')
  const bericht = asBericht({ ...bezorging, headers: { ...bezorging.headers, authorization } })
  const { stappen } = await checkBericht(bericht, [])
  expect(stappen.find(({ naam }) => naam === 'token_sleutel')).toMatchObject({
    uitkomst: 'fout',
    reden: 'sleutel_van_luister',
    gevonden: `kid ${header.kid}`,
  })
})

test.each(['', '\r\n'])('the body %j is reported as empty, not as malformed JSON', async (body) => {
  const { stappen } = await checkBericht(asBericht(await sender.deliver('JWT'), { body }), [])
  expect(stappen.find(({ naam }) => naam === 'event')).toEqual({ naam: 'event', uitkomst: 'fout', reden: 'lege_body' })
})

test('a body that is no JSON is reported with JSON as the expected form', async () => {
  const { stappen } = await checkBericht(asBericht(await sender.deliver('JWT'), { body: 'event=1' }), [])
  expect(stappen.find(({ naam }) => naam === 'event')).toEqual({ naam: 'event', uitkomst: 'fout', verwacht: 'JSON' })
})

test.each<[string, string, string | undefined]>([
  ['https://portaal.test/webhooks/', 'https://portaal.test/webhooks', 'schuine_streep'],
  ['https://portaal.test/webhooks', 'https://portaal.test/webhooks/', 'schuine_streep'],
  ['https://portaal.test/webhooks', 'https://portaal.test/', undefined],
])('a message to %s that is checked for %s gets the hint %s', async (registered, sink, reden) => {
  const { stappen } = await checkBericht(asBericht(await sender.deliver('JWT', 'structured', registered), { sink }), [])
  const stap = stappen.find(({ naam }) => naam === 'token_geadresseerde')
  expect([stap?.uitkomst, stap?.reden]).toEqual(['fout', reden])
})

test('an old message gets the hint that it was received at another moment', async () => {
  const { stappen } = await checkBericht(asBericht(await sender.deliver('JWT'), LATER), [])
  expect(stappen.find(({ naam }) => naam === 'token_tijd')).toMatchObject({ uitkomst: 'fout', reden: 'ander_moment' })
})

test.each(['{"authorization":"Bearer x"}', '< content-length: 0'])('%s is reported as no header', async (text) => {
  const { headers, onleesbaar } = parseHeaders(text)
  const { stappen } = await checkBericht(asBericht(await sender.deliver('JWT'), { headers }), onleesbaar)
  expect(stappen[0]).toMatchObject({ naam: 'headers', uitkomst: 'fout', reden: 'geen_header', gevonden: text })
})

test.each(credentialtype.options)(
  'a stored bezorging with %s passes every step except its signatures, and the signed bytes are the same',
  async (type) => {
    const bezorging = await sender.deliver(type)
    const stored = await checkBericht(asBericht(bezorging, { headers: storedHeaders(bezorging) }), [])
    expect(
      stored.stappen.filter(({ uitkomst }) => uitkomst !== 'goed').map(({ uitkomst, reden }) => [uitkomst, reden]),
    ).toEqual(Array(type === 'JWT' || type === 'ACCESSTOKEN' ? 1 : 2).fill(['overgeslagen', 'niet_bewaard']))
    expect(stored.getekend).toEqual((await checkBericht(asBericht(bezorging), [])).getekend)
  },
)
