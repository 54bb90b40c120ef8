import { expect, test } from 'vitest'
import { createTokenSource, readTokenAnswer, type TokenAnswer, tokenRequest } from './client-credentials.ts'

test('the request holds the client in Basic, each part form-encoded, and never in its body', () => {
  const { headers, body } = tokenRequest({ clientid: 'zaak:bode', clientsecret: 'é &+%', scope: 'a b' })
  expect(Buffer.from(headers.Authorization?.replace('Basic ', '') ?? '', 'base64').toString()).toBe(
    'zaak%3Abode:%C3%A9+%26%2B%25',
  )
  expect(body).toBe('grant_type=client_credentials&scope=a+b')
  expect(tokenRequest({ clientid: 'a', clientsecret: 'b' }).body).toBe('grant_type=client_credentials')
})

const token = (more: object = {}) => JSON.stringify({ access_token: 'abc.def-_~+/=', token_type: 'Bearer', ...more })

test.each([
  ['as in RFC 6749', token({ expires_in: 60 }), 60],
  ['with its lifetime as text', token({ expires_in: '60' }), 60],
  ['with its type in another case', token({ token_type: 'bearer', expires_in: 60 }), 60],
  ['without a lifetime', token(), 300],
])('a token %s is accepted', (_how, body, expiresInSeconds) => {
  expect(readTokenAnswer({ httpStatus: 200, body })).toEqual({ ok: true, token: 'abc.def-_~+/=', expiresInSeconds })
})

test.each([
  ['a page', 200, '<html></html>', 'invalid', 'not_json'],
  ['nothing', 200, '', 'invalid', 'not_json'],
  ['null', 200, 'null', 'invalid', 'no_bearer_token'],
  ['a token with a line end', 200, token({ access_token: 'abc\r\nX-Evil: 1' }), 'invalid', 'no_bearer_token'],
  ['a token with a space', 200, token({ access_token: 'a b' }), 'invalid', 'no_bearer_token'],
  ['an empty token', 200, token({ access_token: '' }), 'invalid', 'no_bearer_token'],
  ['a token of another kind', 200, token({ token_type: 'mac' }), 'invalid', 'no_bearer_token'],
  ['an expired token', 200, token({ expires_in: 0 }), 'invalid', 'no_bearer_token'],
  ['a redirect', 302, '', 'invalid', 'redirect'],
  ['a refusal', 401, '{"error":"invalid_client"}', 'refused', 'invalid_client'],
  ['a refusal with a nonstandard code', 400, '{"error":"Jansen is geen klant"}', 'refused', 'http_400'],
  ['a refusal without a body', 401, '', 'refused', 'http_401'],
  ['too many requests', 429, '', 'unavailable', 'http_429'],
  ['a server error', 503, token(), 'unavailable', 'http_503'],
])('%s is no token', (_what, httpStatus, body, reason, detail) => {
  expect(readTokenAnswer({ httpStatus, body })).toEqual({ ok: false, reason, detail })
})

const SECOND = 1000

/** Starts a source with a frozen clock, whose server responds when the test says so. */
function startSource() {
  let now = 0
  const asked: { answer: (answer: TokenAnswer) => void; fail: (error: Error) => void }[] = []
  const source = createTokenSource({
    nowMs: () => now,
    fetchToken: () => new Promise((answer, fail) => asked.push({ answer, fail })),
  })
  return {
    source,
    asked,
    pass: (seconds: number) => {
      now += seconds * SECOND
    },
    async get(name: string, expiresInSeconds = 600) {
      const got = source.token()
      asked.at(-1)?.answer({ ok: true, token: name, expiresInSeconds })
      return got
    },
  }
}

const named = (name: string) => expect.objectContaining({ ok: true, token: name })

test('concurrent calls share one request, and later calls the token', async () => {
  const { source, asked } = startSource()
  const all = Array.from({ length: 50 }, () => source.token())
  asked[0]?.answer({ ok: true, token: 'een', expiresInSeconds: 600 })
  expect(new Set((await Promise.all(all)).map((answer) => answer.ok && answer.token))).toEqual(new Set(['een']))
  expect(await source.token()).toEqual(named('een'))
  expect(asked).toHaveLength(1)
})

test('in its last minute a token is renewed in the background, and after expiry it is not used', async () => {
  const { source, asked, pass, get } = startSource()
  await get('een', 600)
  pass(539)
  await source.token()
  expect(asked).toHaveLength(1)
  pass(2)
  expect(await source.token()).toEqual(named('een'))
  expect(await source.token()).toEqual(named('een'))
  expect(asked).toHaveLength(2)
  pass(60)
  const waiting = source.token()
  asked[1]?.answer({ ok: true, token: 'twee', expiresInSeconds: 600 })
  expect(await waiting).toEqual(named('twee'))
})

test('a short-lived token is renewed in the last fifth of its life', async () => {
  const { source, asked, pass, get } = startSource()
  await get('een', 10)
  pass(7)
  await source.token()
  expect(asked).toHaveLength(1)
  pass(2)
  await source.token()
  expect(asked).toHaveLength(2)
})

test('a failed renewal delays no call while the token is valid, and the next call retries', async () => {
  const { source, asked, pass, get } = startSource()
  await get('een', 600)
  pass(550)
  expect(await source.token()).toEqual(named('een'))
  asked[1]?.fail(new Error('a fault of ours'))
  await new Promise(setImmediate)
  expect(await source.token()).toEqual(named('een'))
  asked[2]?.answer({ ok: false, reason: 'unavailable', detail: 'ECONNREFUSED' })
  await new Promise(setImmediate)
  pass(60)
  const waiting = source.token()
  asked[3]?.answer({ ok: false, reason: 'refused', detail: 'invalid_client' })
  expect(await waiting).toEqual({ ok: false, reason: 'refused', detail: 'invalid_client' })
})

test('a refused token is dropped only once it is a minute old, which limits requests to a server that accepts none', async () => {
  const { source, asked, pass, get } = startSource()
  await get('een')
  expect(source.drop('een')).toBe(false)
  pass(61)
  expect(source.drop('een')).toBe(true)
  // Another bezorging had the same token, which the first one already dropped.
  expect(source.drop('een')).toBe(true)
  expect(await get('twee')).toEqual(named('twee'))
  expect(source.drop('een')).toBe(true)
  expect(source.drop('twee')).toBe(false)
  expect(asked).toHaveLength(2)
})
