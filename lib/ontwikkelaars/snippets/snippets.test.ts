import { createServer } from 'node:http'
import { beforeAll, expect, test } from 'vitest'
import { type Credentialtype, credentialtype as credentialtypes } from '#lib/contract/abonnement-resource.ts'
import { listen } from '#tools/servers/listen.ts'
import { NOW, newSecret, SINK, startTestSender, type TestBezorging } from '../test-bezorgingen.ts'
import { readSnippetFile, readSnippets } from './read-snippet.ts'
import { PROGRAMMEERTALEN, type Programmeertaal, SNIPPETS } from './snippets.ts'
import { asLine, keepRun, runSnippets, whyNot } from './test-toolchains.ts'

/** A compiler that never ran on this machine begins with its own library. */
const COMPILE_TIMEOUT_MS = 300_000
const SECONDS = NOW.getTime() / 1000

type Case = {
  what: string
  bezorging: TestBezorging
  /** what the answer begins with; `refused` without a reason: each language may have its own */
  expected: 'accepted' | 'refused' | `refused: ${string}`
  now?: number
  sink?: string
}

/** Addresses as people register them, which are not what a URL parser makes of them. */
const SINKS = [
  'http://localhost:4000',
  'http://localhost:80/x',
  'http://LOCALHOST:4000/X',
  'HTTPS://portaal.test:443?van=zaakbode#deel',
  'http://localhost:4000/a/../b/./c//d/..',
  'http://localhost:4000/../x?pad=/a/../b',
  // All that an address may hold and the zaaksysteem takes.
  'http://localhost:4000/~a-b_c.d!$&()*+,;=:@%2F%20%27%22%7B%7D%7C%5C%5E%25%C3%A9?!$&()*+,;=:@/?%27%2F%5B%5D',
]

let source: string
let cases: Case[]
/** Messages of two senders, of which the keys of the second come later, and of nobody. */
let inTurn: Case[]
let keySets: [first: string, later: string]

beforeAll(async () => {
  const [sender, stranger] = await Promise.all([startTestSender(), startTestSender()])
  source = sender.source
  const bezorgingen = await Promise.all(credentialtypes.options.map((type) => sender.deliver(type)))
  const elsewhere = await Promise.all(
    SINKS.map(
      async (sink): Promise<Case> => ({
        what: `at ${sink}`,
        bezorging: await sender.deliver('HTTPMESSAGESIGNATURES', 'structured', sink),
        sink,
        expected: 'accepted',
      }),
    ),
  )
  const binary = await sender.deliver('HTTPMESSAGESIGNATURES', 'binary')
  cases = [
    ...bezorgingen.flatMap((bezorging) => casesFor(bezorging, { jwks: stranger.jwks })),
    ...elsewhere,
    ...bezorgingen.flatMap(hostileCasesFor),
    { what: 'binary mode', bezorging: binary, expected: 'accepted' },
    {
      what: 'binary mode with another status in a header',
      bezorging: withHeader(binary, 'ce-type', 'nl.overheid.zaken.zaak-verwijderd'),
      expected: 'refused: signature differs',
    },
    {
      what: 'binary mode with a header that was not signed',
      bezorging: withHeader(binary, 'ce-extra', '1'),
      expected: 'refused: header not signed',
    },
  ]
  const [known, later] = [
    bezorgingen,
    await Promise.all(credentialtypes.options.map((type) => stranger.deliver(type))),
  ].map((all) => all.filter(({ credentialtype }) => OF_KEY_SET.has(credentialtype))) as [
    TestBezorging[],
    TestBezorging[],
  ]
  const accepted = (bezorging: TestBezorging): Case => ({ what: 'good', bezorging, expected: 'accepted' })
  const unknown = Array.from({ length: 4 }, () => known.map(withOtherKid)).flat()
  inTurn = [
    ...known.map(accepted),
    ...later.map(accepted),
    ...unknown.map((bezorging): Case => ({ what: 'unknown', bezorging, expected: 'refused: unknown key' })),
    ...known.map(accepted),
  ]
  const both = { keys: [...JSON.parse(sender.jwks).keys, ...JSON.parse(stranger.jwks).keys] }
  keySets = [sender.jwks, JSON.stringify(both)]
  await Promise.all([sender.close(), stranger.close()])
})

const OF_KEY_SET: ReadonlySet<Credentialtype> = new Set(['JWT', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'])

/** Names a key that is in no set. */
function withOtherKid(bezorging: TestBezorging): TestBezorging {
  const inJson = (name: string, scheme = '') => {
    const [header = '', ...rest] = (bezorging.headers[name] as string).slice(scheme.length).split('.')
    const changed = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), kid: 'verzonnen' }
    return withHeader(bezorging, name, `${scheme}${[b64(changed), ...rest].join('.')}`)
  }
  if (bezorging.credentialtype === 'JWT') return inJson('authorization', 'Bearer ')
  if (bezorging.credentialtype === 'NLGOVADR') return inJson('nlgov-adr-payload-sig')
  const input = bezorging.headers['signature-input'] as string
  return withHeader(bezorging, 'signature-input', input.replace(/keyid="[^"]+"/, 'keyid="verzonnen"'))
}

function casesFor(bezorging: TestBezorging, { jwks }: { jwks: string }): Case[] {
  const { credentialtype } = bezorging
  if (credentialtype === 'ACCESSTOKEN') {
    return [
      { what: 'the token', bezorging, expected: 'accepted' },
      { what: 'another token', bezorging: { ...bezorging, geheim: newSecret() }, expected: 'refused: unknown token' },
      { what: 'no token', bezorging: without(bezorging, 'authorization'), expected: 'refused: unknown token' },
    ]
  }
  const isHmac = credentialtype === 'STANDARDWEBHOOKS'
  const signature = { JWT: 'authorization', STANDARDWEBHOOKS: 'webhook-signature', NLGOVADR: 'nlgov-adr-payload-sig' }
  const header = credentialtype === 'HTTPMESSAGESIGNATURES' ? 'signature' : signature[credentialtype]
  const bodyRefusal = isHmac ? 'refused: signature differs' : 'refused: body differs'
  const keyRefusal = isHmac ? 'refused: signature differs' : 'refused: unknown key'
  return [
    { what: 'a good message', bezorging, expected: 'accepted' },
    { what: 'a changed body', bezorging: { ...bezorging, body: `${bezorging.body} ` }, expected: bodyRefusal },
    { what: 'other keys', bezorging: { ...bezorging, jwks, geheim: newSecret() }, expected: keyRefusal },
    { what: 'a forged signature', bezorging: forged(bezorging, header), expected: 'refused: signature differs' },
    { what: 'an old message', bezorging, now: SECONDS + 600, expected: 'refused: expired' },
    { what: 'a message from the future', bezorging, now: SECONDS - 600, expected: 'refused: expired' },
    {
      what: 'no signature',
      bezorging: without(bezorging, header),
      expected: isHmac
        ? 'refused: signature differs'
        : `refused: no ${credentialtype === 'JWT' ? 'token' : 'signature'}`,
    },
    ...(credentialtype === 'JWT'
      ? [
          {
            what: 'a message to another',
            bezorging,
            sink: 'https://ander.test/',
            expected: `refused: not for us: to ${SINK}, not https://ander.test/`,
          } as const,
        ]
      : []),
    ...(credentialtype === 'HTTPMESSAGESIGNATURES'
      ? [
          {
            what: 'to another',
            bezorging,
            sink: 'https://ander.test/',
            expected: 'refused: signature differs',
          } as const,
        ]
      : []),
  ]
}

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const DEEP = Buffer.from('['.repeat(5_000)).toString('base64url')
const JWT_HEADER = { alg: 'ES256', typ: 'webhook+jwt' }
const ADR_HEADER = { alg: 'PS256', b64: false, crit: ['b64', 'sigD'] }

/**
 * Header values that anybody can send. A receiver that catches the documented errors answers 401 to all of
 * them.
 */
function hostileCasesFor(bezorging: TestBezorging): Case[] {
  const { authorization = '', 'nlgov-adr-payload-sig': adr = '' } = bezorging.headers
  const HOSTILE: Record<Credentialtype, [name: string, values: string[]]> = {
    JWT: [
      'authorization',
      [
        authorization.replace(/[^.]+$/, '!'),
        authorization.replace(/[^.]+$/, 'A'),
        'Bearer !.!.!',
        'Bearer A.A.A',
        `Bearer ${b64([])}.e30.AAAA`,
        `Bearer ${b64(null)}.e30.AAAA`,
        `Bearer ${b64({ ...JWT_HEADER, kid: [] })}.e30.AAAA`,
        `Bearer ${b64({ ...JWT_HEADER, kid: {} })}.e30.AAAA`,
        `Bearer ${DEEP}.e30.AAAA`,
      ],
    ],
    ACCESSTOKEN: ['authorization', ['Bearer', 'Bearer !']],
    STANDARDWEBHOOKS: ['webhook-signature', ['v1,!', 'v1', ' ']],
    HTTPMESSAGESIGNATURES: ['signature', ['zaak=:!:', 'zaak=:A:', 'zaak=:AAAA:', 'zaak=?1']],
    NLGOVADR: [
      'nlgov-adr-payload-sig',
      [
        adr.replace(/[^.]+$/, '!'),
        adr.replace(/[^.]+$/, 'A'),
        '!..!',
        `${b64([])}..AAAA`,
        `${b64(null)}..AAAA`,
        `${b64({ ...ADR_HEADER, kid: [], sigD: {} })}..AAAA`,
        `${b64({ ...ADR_HEADER, kid: 'k', sigD: null })}..AAAA`,
        `${b64({ ...ADR_HEADER, kid: 'k', sigD: [] })}..AAAA`,
        `${DEEP}..AAAA`,
      ],
    ],
  }
  const [name, values] = HOSTILE[bezorging.credentialtype]
  return values.map((value) => ({
    what: `${name} ${value.slice(0, 60)}`,
    bezorging: withHeader(bezorging, name, value),
    expected: 'refused',
  }))
}

function withHeader(bezorging: TestBezorging, name: string, value: string): TestBezorging {
  return { ...bezorging, headers: { ...bezorging.headers, [name]: value } }
}

function without(bezorging: TestBezorging, name: string): TestBezorging {
  const { [name]: _removed, ...headers } = bezorging.headers
  return { ...bezorging, headers }
}

/** Another character in the middle of the signature, which so stays well-formed. */
function forged(bezorging: TestBezorging, name: string): TestBezorging {
  const value = bezorging.headers[name] as string
  // Standard Webhooks sends two signatures, of which the first is the one with the secret.
  const end = name === 'webhook-signature' ? value.indexOf(' ') : value.length
  const at = end - 20
  return withHeader(bezorging, name, `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`)
}

const linesOf = (all: Case[]) =>
  all.map(({ bezorging, now = SECONDS, sink = SINK }) => asLine({ bezorging, now, sink, source }))

test.for(PROGRAMMEERTALEN)(
  'the code for %s accepts our signatures and refuses all others, and asks twice for the keys that it needs',
  { timeout: COMPILE_TIMEOUT_MS },
  async (taal, { skip }) => {
    const reason = await whyNot(taal, 'harness')
    if (reason) return skip(`${SNIPPETS[taal].naam}: not run, ${reason}`)
    const served = serveInTurn(keySets)
    const jwksUrl = await served.listen()
    const runs = [{ cases: linesOf(cases) }, { cases: linesOf(inTurn), jwksUrl }]
    const answers = await runSnippets(taal, ...runs).finally(served.close)
    expect(told([...cases, ...inTurn], answers.flat())).toEqual(told([...cases, ...inTurn]))
    // Once at first, and once for the first that it did not know, but for none of those that nobody has.
    expect(served.count()).toBe(2)
    keepRun(taal, 'harness')
  },
)

function told(all: Case[], answers: string[] = all.map(({ expected }) => expected)): string[] {
  return all.map(({ what, bezorging, expected }, index) => {
    const answer = answers[index] ?? 'no answer'
    return `${bezorging.credentialtype}, ${what}: ${answer.startsWith(expected) ? expected : answer}`
  })
}

/** Gives each text once, and the last one from then on. */
function serveInTurn(texts: readonly string[]) {
  let asked = 0
  const server = createServer(({ headers }, response) => {
    // Fails as if a cache on the way answered without revalidating.
    if (headers['cache-control'] !== 'no-cache') return void response.writeHead(500).end()
    response.end(texts[Math.min(asked, texts.length - 1)])
    asked += 1
  })
  return {
    async listen() {
      return `http://127.0.0.1:${await listen(server)}/`
    },
    count: () => asked,
    close: () => server.close(),
  }
}

test.each(PROGRAMMEERTALEN)('what the page shows of %s are the files that are run', async (taal: Programmeertaal) => {
  for (const credentialtype of credentialtypes.options) {
    const [verification] = await readSnippets(taal, credentialtype)
    expect(verification?.text).toMatch(/verify/i)
  }
})

test.each([
  ['node', 'receiver.mjs', true],
  ['node', 'read-stream.mjs', true],
  ['python', 'keys.py', true],
  ['node', '../../../../package.json', false],
  ['harness', 'harness.mjs', false],
  ['python', 'receiver.py', true],
  ['csharp', 'receiver.csproj', true],
  ['python', 'receiver.mjs', false],
])('of %s the file %s is served: %s', async (taal, file, isServed) => {
  expect((await readSnippetFile(taal, file)) !== undefined).toBe(isServed)
})
