import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { type Credentialtype, credentialtype as credentialtypes, fits } from '#lib/contract/abonnement-resource.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { parseHeaders } from '../berichtcontrole/read-invoer.ts'
import { SINK, startTestSender, type TestBezorging } from '../test-bezorgingen.ts'
import { PROGRAMMEERTALEN, type Programmeertaal, SNIPPETS } from './snippets.ts'
import { keepRun, TOOLCHAINS, whyNot } from './test-toolchains.ts'

/** A compiler that never ran on this machine begins with its own library. */
const COMPILE_TIMEOUT_MS = 300_000
const STARTED_WITHIN_MS = 100_000
const ORIGIN = 'zaaksysteem.test'
const HALF_AN_HOUR_MS = 1_800_000
const RESTARTED: Credentialtype = 'JWT'
const TOO_LARGE = 'x'.repeat(1024 * 1024 + 1)

type Case = { what: string; status: number; shown: number; headers: Record<string, string>; body: string }

type Sender = Awaited<ReturnType<typeof startTestSender>>

let sender: Sender
let stranger: Sender

;[sender, stranger] = await Promise.all([startTestSender(), startTestSender()])
const keys = createServer((_, response) => void response.end(sender.jwks))
await once(keys.listen(0, '127.0.0.1'), 'listening')

afterAll(async () => {
  keys.close()
  await Promise.all([sender.close(), stranger.close()])
})

/** The requests to a receiver that registered a method, in this order, each with the expected outcome. */
async function makeCases(type: Credentialtype): Promise<{ cases: Case[]; secrets: string }> {
  const at = new Date()
  const earlier = new Date(at.getTime() - HALF_AN_HOUR_MS)
  const [one, batch, binary, stale, foreign, proef, proefBinary] = await Promise.all([
    sender.deliver(type, 'structured', SINK, { at }),
    sender.deliver(type, 'batch', SINK, { at, numbers: [2, 3] }),
    sender.deliver(type, 'binary', SINK, { at, numbers: [4] }),
    sender.deliver(type, 'structured', SINK, { at: earlier, numbers: [5] }),
    stranger.deliver(type, 'structured', SINK, { at, numbers: [6] }),
    sender.deliver(type, 'structured', SINK, { at, numbers: [7], isProef: true }),
    sender.deliver(type, 'binary', SINK, { at, numbers: [8], isProef: true }),
  ])
  const secrets = [one, batch, binary, stale, proef, proefBinary].map(({ geheim }) => geheim).join()
  return { cases: casesOf({ one, batch, binary, stale, foreign, proef, proefBinary }), secrets }
}

type Sent = Record<'one' | 'batch' | 'binary' | 'stale' | 'foreign' | 'proef' | 'proefBinary', TestBezorging>

function casesOf({ one, batch, binary, stale, foreign, proef, proefBinary }: Sent): Case[] {
  const { credentialtype } = one
  // A token proves who sent it, and nothing of when or what.
  const proves = credentialtype !== 'ACCESSTOKEN'
  const isFit = fits({ credentialtype, contentmodus: 'binary' })
  const taken = (what: string, { headers, body }: TestBezorging, shown: number): Case => ({
    what,
    status: 204,
    shown,
    headers,
    body,
  })
  const refused = (what: string, { headers, body }: TestBezorging, status = 401): Case => ({
    what,
    status,
    shown: 0,
    headers,
    body,
  })
  return [
    refused('a stranger’s key or secret', foreign),
    ...(proves ? [refused('a changed body', { ...one, body: `${one.body} ` }), refused('a stale one', stale)] : []),
    refused('nothing that proves it', { ...one, headers: { 'content-type': one.headers['content-type'] as string } }),
    refused('too large a body', { ...one, body: TOO_LARGE }, 413),
    taken('an honest one', one, 1),
    taken('the same again', one, 0),
    taken('a batch of two', batch, 2),
    taken('the batch again', batch, 0),
    isFit ? taken('binary mode', binary, 1) : refused('binary mode, which this method does not prove', binary, 400),
    taken('a proefbericht', proef, 0),
    ...(isFit ? [taken('a proefbericht in binary mode', proefBinary, 0)] : []),
  ]
}

type Built = { command: [string, ...string[]]; cwd: string }
type Receiver = { url: string; said(): string; shown(): number; stop(): Promise<void> }

async function startReceiver(
  { command: [program, ...args], cwd }: Built,
  env: Record<string, string>,
): Promise<Receiver> {
  const port = String(await freePort())
  const known = {
    SINK,
    SOURCE: sender.source,
    ORIGIN,
    JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
  }
  // biome-ignore lint/style/noProcessEnv: where the toolchain is
  const child = spawn(program, args, { cwd, env: { ...process.env, ...known, ...env, PORT: port } })
  let said = ''
  let isOver = false
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  child.on('close', () => {
    isOver = true
  })
  await vi.waitUntil(() => said.includes('Listening') || isOver, { timeout: STARTED_WITHIN_MS })
  if (isOver) throw new Error(said)
  return {
    url: `http://127.0.0.1:${port}/`,
    said: () => said,
    shown: () => said.match(/^nl\.overheid\.zaken\./gm)?.length ?? 0,
    async stop() {
      child.kill()
      await vi.waitUntil(() => isOver, { timeout: STARTED_WITHIN_MS })
    },
  }
}

async function handshake({ url }: Receiver, origin: string): Promise<string | null> {
  const { headers } = await fetch(url, {
    method: 'OPTIONS',
    headers: { 'WebHook-Request-Origin': origin, connection: 'close' },
  })
  return headers.get('webhook-allowed-origin')
}

const typeOf = ({ headers, body }: Pick<Case, 'headers' | 'body'>) => headers['ce-type'] ?? JSON.parse(body).type

/** A line of what it prints. */
const waitForLine = (receiver: Receiver, line: string) =>
  vi.waitUntil(() => receiver.said().includes(line), { timeout: STARTED_WITHIN_MS })

/**
 * Takes a connection for each request, because the server may close an idle one just then (RFC 9112, 9.6).
 * Retries a large body, which a server may refuse unread.
 */
async function post(
  receiver: Receiver,
  { headers, body }: Pick<Case, 'headers' | 'body'>,
  attempts = 20,
): Promise<Response> {
  try {
    return await fetch(receiver.url, { method: 'POST', headers: { ...headers, connection: 'close' }, body })
  } catch (error) {
    if (body !== TOO_LARGE || attempts === 1) throw error
    return post(receiver, { headers, body }, attempts - 1)
  }
}

/**
 * Sends all cases, and with one method an honest one again after a restart: what came of each, and what
 * should have.
 */
async function tryReceiver(built: Built, { type, dir }: { type: Credentialtype; dir: string }) {
  const { cases, secrets } = await makeCases(type)
  const env = { CREDENTIALTYPE: type, SECRETS: secrets, SEEN: join(dir, type) }
  const found: string[] = []
  const expected: string[] = []
  const note = (what: string, came: unknown, should: unknown) => {
    found.push(`${type}, ${what}: ${came}`)
    expected.push(`${type}, ${what}: ${should}`)
  }
  const first = await startReceiver(built, env)
  try {
    note('the handshake of ours', await handshake(first, ORIGIN), ORIGIN)
    note('the handshake of another', await handshake(first, 'ander.test'), null)
    await waitForLine(first, `Handshake refused: ander.test is not ${ORIGIN}`)
    let total = 0
    for (const each of cases) {
      note(each.what, (await post(first, each)).status, each.status)
      total += each.shown
      await vi.waitUntil(() => first.shown() >= total, { timeout: STARTED_WITHIN_MS })
      note(`${each.what}, shown`, first.shown(), total)
    }
    const proeven = cases.filter(({ what }) => what.startsWith('a proefbericht'))
    for (const proef of proeven) await waitForLine(first, `Test message, not applied: ${typeOf(proef)}`)
  } finally {
    await first.stop()
  }
  if (type !== RESTARTED) return { found, expected }
  const again = await startReceiver(built, { ...env, SHOW: '1' })
  const honest = cases.find(({ shown }) => shown === 1) as Case
  const { status } = await post(again, honest).finally(again.stop)
  note('the same after a restart', `${status}, ${again.shown()} shown`, '204, 0 shown')
  const [head = '', body = ''] = again
    .said()
    .replace(/^Listening.*\n/, '')
    .split(/\r?\n\r?\n/)
  const { method, headers, onleesbaar } = parseHeaders(head)
  note('what cannot be pasted of what it shows', onleesbaar, '')
  note(
    'what it shows',
    [method, headers.get('authorization'), body.trimEnd()],
    ['POST', honest.headers.authorization, honest.body],
  )
  return { found, expected }
}

/** With what it does not start, and what it says of that. */
const UNUSABLE: [env: Record<string, string>, reason: string][] = [
  [{ SINK: '', ORIGIN: '' }, 'Set SINK, ORIGIN'],
  [{ CREDENTIALTYPE: 'HTTPMESSAGESIGNATURE' }, `CREDENTIALTYPE is one of ${credentialtypes.options.join(', ')}`],
  [{ CREDENTIALTYPE: 'ACCESSTOKEN', SECRETS: '' }, 'Set SECRETS'],
]

test.for(PROGRAMMEERTALEN)(
  'the receiver for %s takes what is proven once, also after a restart, and refuses all else',
  { timeout: COMPILE_TIMEOUT_MS },
  async (taal: Programmeertaal, { skip }) => {
    const reason = await whyNot(taal, 'receiver')
    if (reason) return skip(`${SNIPPETS[taal].naam}: not run, ${reason}`)
    const dir = mkdtempSync(join(tmpdir(), `zaakbode-receiver-${taal}-`))
    try {
      const built = await TOOLCHAINS[taal].build(dir, 'receiver')
      for (const [env, reason] of UNUSABLE) await expect(startReceiver(built, env)).rejects.toThrow(reason)
      const outcomes = await Promise.all(credentialtypes.options.map((type) => tryReceiver(built, { type, dir })))
      expect(outcomes.flatMap(({ found }) => found)).toEqual(outcomes.flatMap(({ expected }) => expected))
      keepRun(taal, 'receiver')
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  },
)
