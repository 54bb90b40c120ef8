import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { createToegang, requestWithToegang, type Toegangsgegevens } from './request-with-toegang.ts'
import { createTestCa } from './test-certificates.ts'
import { testPolicy } from './test-policy.ts'
import { startTestSink } from './test-sink.ts'
import { startTestTokenEndpoint } from './test-token-endpoint.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

const servers = await createTestCa('Servers')
const clients = await createTestCa('Clients')
const ofSink = await servers.issue()
const issuer = await clients.issueCa('Issuer')
const { cert, key } = await issuer.issue({ host: 'zaaksysteem', isClient: true })
const ours = { certificate: [cert, issuer.cert, clients.cert].join('\n'), key }

const demo = (extraCas: string[] = []) => testPolicy({ allowPrivateSinks_DEMO_ONLY: true, extraCas })

async function start<T extends { close(): unknown }>(starting: Promise<T>): Promise<T> {
  const started = await starting
  closers.push(started.close)
  return started
}

const post = (sink: string, toegang: Toegangsgegevens, policy = demo(), timeoutMs?: number) => {
  const ready = createToegang(toegang, policy)
  const send = () =>
    requestWithToegang(
      { method: 'POST', sink, headers: { Authorization: 'Bearer jwt' }, body: '{}', policy, timeoutMs },
      ready,
    )
  return send
}

const oauth2 = (tokenendpoint: string) => ({ tokenendpoint, clientid: 'zaakbode', clientsecret: 'een-lang-geheim' })

/**
 * A sink that requests a certificate of `clients`. It reports which it got, or breaks off when `isStrict`.
 */
async function startMtlsSink(options: ServerOptions & { isStrict?: boolean } = {}) {
  let connections = 0
  const { isStrict = false, ...tls } = options
  const server = createServer(
    { ...ofSink, ca: [clients.cert], requestCert: true, rejectUnauthorized: isStrict, ...tls },
    (request, response) => {
      const socket = request.socket as TLSSocket
      const name = String(socket.getPeerCertificate().subject?.CN)
      request.resume().on('end', () => response.writeHead(socket.authorized ? 200 : 403).end(name))
    },
  )
  server.on('secureConnection', () => connections++).on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => server.close())
  return { url: `https://localhost:${(server.address() as AddressInfo).port}/`, connections: () => connections }
}

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'over %s a sink that requests it gets our certificate chain, on a keep-alive connection',
  async (version) => {
    const sink = await startMtlsSink({ minVersion: version, maxVersion: version, isStrict: true })
    const send = post(sink.url, { clientcertificate: ours }, demo([servers.cert]))
    for (let i = 0; i < 5; i++) expect(await send()).toMatchObject({ httpStatus: 200, body: 'zaaksysteem' })
    expect(sink.connections()).toBeLessThanOrEqual(2)
  },
)

test('one abonnement never shows the certificate of another', async () => {
  const sink = await startMtlsSink()
  const policy = demo([servers.cert])
  expect(await post(sink.url, { clientcertificate: ours }, policy)()).toMatchObject({ httpStatus: 200 })
  expect(await post(sink.url, {}, policy)()).toMatchObject({ httpStatus: 403 })
})

test('a certificate of the wrong authority is a failure of the sink, and loses no event', async () => {
  const sink = await startMtlsSink()
  const other = await (await createTestCa('Others')).issue({ isClient: true })
  const send = post(sink.url, { clientcertificate: { certificate: other.cert, key: other.key } }, demo([servers.cert]))
  expect(await send()).toMatchObject({ httpStatus: 403, foutsoort: 'http_4xx' })
  const strict = await startMtlsSink({ isStrict: true })
  expect(await post(strict.url, {}, demo([servers.cert]))()).toMatchObject({
    httpStatus: null,
    foutsoort: 'client_certificate',
    foutdetail: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  })
  const wrong = post(
    strict.url,
    { clientcertificate: { certificate: other.cert, key: other.key } },
    demo([servers.cert]),
  )
  // Node.js only resets for a certificate that it does not know; OpenSSL sends an alert.
  expect(await wrong()).toMatchObject({ httpStatus: null, foutsoort: 'reset' })
})

test('the OAuth token replaces our own, and is requested once', async () => {
  const [endpoint, sink] = [await start(startTestTokenEndpoint()), await start(startTestSink())]
  const send = post(sink.url, {
    oauth2: { ...oauth2(endpoint.url), scope: 'zaken' },
    headers: { 'X-Api-Key': 'sleutel-1' },
  })
  const answers = await Promise.all(Array.from({ length: 20 }, send))
  expect(answers.map(({ httpStatus }) => httpStatus)).toEqual(Array.from({ length: 20 }, () => 204))
  expect(endpoint.asked).toHaveLength(1)
  expect(endpoint.asked[0]?.body).toBe('grant_type=client_credentials&scope=zaken')
  expect(endpoint.asked[0]?.headers).not.toHaveProperty('x-api-key')
  for (const { headers } of sink.received) {
    expect(headers).toMatchObject({ authorization: 'Bearer token-1', 'x-api-key': 'sleutel-1' })
  }
})

const refuse = (response: ServerResponse, count: number) => response.writeHead(count === 1 ? 204 : 401).end()

test('a 401 for a fresh token requests no other token', async () => {
  const [endpoint, sink] = [await start(startTestTokenEndpoint()), await start(startTestSink({ answer: refuse }))]
  const send = post(sink.url, { oauth2: oauth2(endpoint.url) })
  await send()
  for (let i = 0; i < 3; i++) expect(await send()).toMatchObject({ httpStatus: 401, foutsoort: 'http_4xx' })
  expect(endpoint.asked).toHaveLength(1)
})

test('a 401 for a cached token gets a new token, and one retry of the request', async () => {
  const sink = await start(
    startTestSink({ answer: (response, count) => response.writeHead(count === 2 ? 401 : 204).end() }),
  )
  const policy = demo()
  const given = ['oud', 'nieuw']
  const tokens = {
    token: async () => ({ ok: true, token: given[0] ?? '', expiresInSeconds: 60 }) as const,
    drop: () => given.shift() !== undefined,
  }
  const toegang = { agent: undefined, tokens, headers: {}, shownHeaders: {} }
  const send = () => requestWithToegang({ method: 'POST', sink: sink.url, headers: {}, body: '{}', policy }, toegang)
  expect(await send()).toMatchObject({ httpStatus: 204 })
  expect(await send()).toMatchObject({ httpStatus: 204 })
  expect(sink.received.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer oud',
    'Bearer oud',
    'Bearer nieuw',
  ])
})

const answer =
  (status: number, body: string | Buffer = '', headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end(body)
const tokenOf = (access_token: string) => JSON.stringify({ access_token, token_type: 'Bearer' })

test.each<[string, (response: ServerResponse) => void, string, string]>([
  ['says 401', answer(401), 'token_refused', 'http_401'],
  ['says 410', answer(410), 'token_refused', 'http_410'],
  ['does not know the client', answer(401, '{"error":"invalid_client"}'), 'token_refused', 'invalid_client'],
  ['wants to be asked later', answer(429, '', { 'Retry-After': '3600' }), 'token_unavailable', 'http_429'],
  ['is away', answer(503), 'token_unavailable', 'http_503'],
  ['resets', (response) => response.socket?.resetAndDestroy(), 'token_unavailable', 'ECONNRESET'],
  ['answers with a page', answer(200, '<html>'), 'token_invalid', 'not_json'],
  ['answers with ten megabytes', answer(200, Buffer.alloc(1e7, ' ')), 'token_invalid', 'incomplete'],
  [
    'breaks off in its answer',
    (response) => response.writeHead(200, { 'Content-Length': 9 }).write('{', () => response.socket?.resetAndDestroy()),
    'token_invalid',
    'incomplete',
  ],
  ['sends us elsewhere', answer(302, '', { Location: 'http://127.0.0.1:1/' }), 'token_invalid', 'redirect'],
  ['gives a token with a line end', answer(200, tokenOf('a\r\nHost: b')), 'token_invalid', 'no_bearer_token'],
])(
  'a token endpoint that %s gives a failure of its own, and no request to the sink',
  async (_how, misbehave, kind, detail) => {
    const [endpoint, sink] = [await start(startTestTokenEndpoint(misbehave)), await start(startTestSink())]
    expect(await post(sink.url, { oauth2: oauth2(endpoint.url) })()).toEqual({
      httpStatus: null,
      foutsoort: kind,
      foutdetail: detail,
      headers: {},
      body: null,
      afgekapt: false,
    })
    expect(sink.received).toEqual([])
  },
)

test('a token endpoint inside the network is not connected to', async () => {
  const [endpoint, sink] = [await start(startTestTokenEndpoint()), await start(startTestSink())]
  const closed = createToegang({ oauth2: oauth2('https://10.0.0.1/token') }, demo())
  const strict = createToegang({ oauth2: oauth2(endpoint.url) }, testPolicy())
  for (const [toegang, foutdetail] of [
    [closed, 'blocked_address'],
    [strict, 'not_https'],
  ] as const) {
    const sent = await requestWithToegang(
      { method: 'POST', sink: sink.url, headers: {}, body: '{}', policy: demo() },
      toegang,
    )
    expect(sent).toMatchObject({ foutsoort: 'token_unavailable', foutdetail })
  }
  expect(endpoint.asked).toEqual([])
})

test('secrets that a sink repeats are left out of the stored response', async () => {
  const echo = (response: ServerResponse) => {
    const { authorization, 'x-api-key': key, 'x-tenant': tenant } = response.req.headers
    response.writeHead(200, { 'X-Echo': String(key) }).end(`${authorization} ${key} ${tenant}`)
  }
  const [endpoint, sink] = [
    await start(
      startTestTokenEndpoint((response) => {
        response.end(tokenOf('een-lang-token'))
      }),
    ),
    await start(startTestSink({ answer: echo })),
  ]
  const headers = { 'X-Api-Key': 'een-lange-sleutel', 'X-Tenant': '12' }
  const sent = await post(sink.url, { oauth2: oauth2(endpoint.url), headers })()
  expect(sent).toMatchObject({ body: 'Bearer … … 12', headers: { 'x-echo': '…' } })
})

const SECRET = 'een-Lange+sleutel/y?'
const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each<[string, (key: string) => string]>([
  ['in capitals', (key) => key.toUpperCase()],
  ['in small letters', (key) => key.toLowerCase()],
  ['in base64', base64],
  ['in base64 for addresses', (key) => Buffer.from(key).toString('base64url')],
  ['in base64 with a name before it', (key) => base64(`n:${key}`)],
  ['in base64 with a longer name before it and more behind it', (key) => base64(`na:${key};`)],
  ['in hex', (key) => Buffer.from(key).toString('hex')],
  ['in hex of capitals', (key) => Buffer.from(key).toString('hex').toUpperCase()],
  ['as in an address', encodeURIComponent],
  ['as in JSON of which slashes are escaped', (key) => JSON.stringify(key).replaceAll('/', '\\/')],
])('a secret that a sink repeats %s is left out of the stored response', async (_, written) => {
  const sink = await start(
    startTestSink({
      answer: (response) => {
        const text = written(String(response.req.headers['x-api-key']))
        response.writeHead(200, { 'X-Echo': text }).end(`<p>${text}</p>`)
      },
    }),
  )
  const sent = await post(sink.url, { headers: { 'X-Api-Key': SECRET } })()
  const kept = JSON.stringify([sent.body, sent.headers?.['x-echo']])
  const part = written(SECRET).slice(6, 18)
  expect(part).toHaveLength(12)
  expect(kept).not.toContain(part)
  expect(sent.body).toMatch(/^<p>.{0,6}….{0,6}<\/p>$/)
})

test('an access token that a sink repeats is left out of the stored response', async () => {
  const sink = await start(
    startTestSink({ answer: (response) => response.end(String(response.req.headers.authorization).toUpperCase()) }),
  )
  const headers = { Authorization: 'Bearer een-lang-token' }
  const sent = await requestWithToegang(
    { method: 'POST', sink: sink.url, headers, body: '{}', policy: demo() },
    undefined,
  )
  expect(sent.body).toBe('BEARER …')
})
