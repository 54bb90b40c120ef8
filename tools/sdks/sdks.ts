import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import {
  type Contentmodus,
  type Credentialtype,
  contentmodus as contentmodi,
  credentialtype as credentialtypes,
  fits,
} from '#lib/contract/abonnement-resource.ts'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { registerAbonnement } from '#lib/zaaksysteem/abonnement/register-abonnement.ts'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { runWorker } from '#lib/zaaksysteem/bezorging/run-worker.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { eventText } from '#lib/zaaksysteem/outbox/event-text.ts'
import { publishedJwks } from '#lib/zaaksysteem/signing/published-jwks.ts'
import { expectDone } from '../../prisma/seed/expect-done.ts'
import { startTemporaryZaaksysteem } from '../../scripts/local/temporary-zaaksysteem.ts'
import { registerInTurn } from '../load/register-in-turn.ts'
import { listen } from '../servers/listen.ts'
import { readBy, TALEN } from './toolchains.ts'

// `npm run sdks` verifies delivered bezorgingen with third-party packages for CloudEvents, Standard Webhooks
// and RFC 9421, in Python, Go, Java and Rust. A language whose tools are missing on this machine is skipped
// and reported.

type Bezorging = {
  method: 'POST'
  sink: string
  credentialtype: Credentialtype
  contentmodus: Contentmodus
  headers: Record<string, string>
  /** in base64 */
  body: string
  geheim: string
}

/** The expected contents of an event. */
type Told = Record<string, string>

type Case = { bezorging: Bezorging; isGenuine: boolean }

const CLIENT = 'leverancier'
const ZAKEN = 3
const POLL_MS = 50
const WAYS = credentialtypes.options.flatMap((credentialtype) =>
  contentmodi.options
    .filter((contentmodus) => fits({ credentialtype, contentmodus }))
    .map((contentmodus) => ({ credentialtype, contentmodus })),
)

/** Starts a sink that gives its toestemming and accepts every bezorging. */
async function startSink() {
  const received: { path: string; headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer(async (request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(200, { [WEBHOOK_HEADERS.allowedOrigin]: '*', [WEBHOOK_HEADERS.allowedRate]: '*' }).end()
      return
    }
    received.push({ path: request.url ?? '', headers: request.headers, body: await text(request) })
    response.writeHead(204).end()
  })
  return { url: `http://127.0.0.1:${await listen(server)}`, received, close: () => server.close() }
}

/** Runs a worker until `isDone`. */
async function workUntil(ctx: ZaaksysteemContext, isDone: () => Promise<boolean>): Promise<void> {
  const stop = new AbortController()
  const running = runWorker(ctx, { signal: stop.signal })
  while (!(await isDone())) await sleep(POLL_MS)
  stop.abort()
  await running
}

/** Registers zaken and returns their bezorgingen with each method and content mode. */
async function deliverAll(ctx: ZaaksysteemContext): Promise<Bezorging[]> {
  const sink = await startSink()
  const geheimen = new Map<string, string>()
  for (const { credentialtype, contentmodus } of WAYS) {
    const path = `/${credentialtype}/${contentmodus}`
    const registration = await registerAbonnement(ctx, {
      client: CLIENT,
      actor: OPDRACHTREGEL,
      request: {
        protocol: 'HTTP',
        sink: new URL(path, sink.url).href,
        sinkcredential: { credentialtype },
        config: { contentmodus },
      },
    })
    geheimen.set(path, expectDone(registration).geheim ?? '')
  }
  await workUntil(ctx, async () => (await ctx.db.abonnement.count({ where: { status: 'actief' } })) === WAYS.length)
  const zaak = { zaaktype: 'OMG-REG', omschrijving: 'Dakkapel' }
  for (let index = 0; index < ZAKEN; index += 1) await registerInTurn(ctx, index, zaak)
  const aantal = ZAKEN * WAYS.length
  await workUntil(ctx, async () => (await ctx.db.bezorging.count({ where: { status: 'bezorgd' } })) === aantal)
  sink.close()
  return sink.received.map(({ path, headers, body }) => {
    const [, credentialtype, contentmodus] = path.split('/') as [string, Credentialtype, Contentmodus]
    return {
      method: 'POST',
      sink: new URL(path, sink.url).href,
      credentialtype,
      contentmodus,
      headers: headers as Record<string, string>,
      body: Buffer.from(body).toString('base64'),
      geheim: geheimen.get(path) as string,
    }
  })
}

/** A changed body with a matching digest, as an attacker would make it. */
function changed(bezorging: Bezorging): Bezorging {
  const body = Buffer.concat([Buffer.from(bezorging.body, 'base64'), Buffer.from(' ')])
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const headers = { ...bezorging.headers, ...(bezorging.headers['content-digest'] && { 'content-digest': digest }) }
  return { ...bezorging, headers, body: body.toString('base64') }
}

const ofAnother = (bezorging: Bezorging): Bezorging => ({
  ...bezorging,
  geheim: `whsec_${randomBytes(32).toString('base64')}`,
})

/** The events of a bezorging, as stored. */
async function toldOf(ctx: ZaaksysteemContext): Promise<Map<string, Told>> {
  const rows = await ctx.db.gebeurtenis.findMany()
  return new Map(
    rows.map(({ id, body }) => {
      const { source, type, subject, dataschema, dataref, sequence, data } = JSON.parse(eventText(ctx, body as string))
      return [id, { id, source, type, subject, dataschema, dataref, sequence, zaakId: data.zaakId }]
    }),
  )
}

process.env.LOG_LEVEL = 'silent'
const zaaksysteem = await startTemporaryZaaksysteem(CLIENT)
const bezorgingen = await deliverAll(zaaksysteem.ctx)
const told = await toldOf(zaaksysteem.ctx)
const jwks = await publishedJwks(zaaksysteem.ctx)
await zaaksysteem.close()

const cases: Case[] = [
  ...bezorgingen.map((bezorging) => ({ bezorging, isGenuine: true })),
  ...bezorgingen.map((bezorging) => ({ bezorging: changed(bezorging), isGenuine: false })),
  ...bezorgingen
    .filter(({ credentialtype }) => credentialtype === 'STANDARDWEBHOOKS')
    .map((bezorging) => ({ bezorging: ofAnother(bezorging), isGenuine: false })),
]
const given = JSON.stringify({ jwks, cases: cases.map(({ bezorging }) => bezorging) })

type Answer = { case: number; library: string; events?: Told[]; ok?: boolean; why?: string }

/** The differences between a library's result and the bezorging. */
function findingOf({ case: number, library, events, ok, why }: Answer): string | undefined {
  const { bezorging, isGenuine } = cases[number] as Case
  const of = `${library}, ${bezorging.credentialtype} ${bezorging.contentmodus}, ${isGenuine ? 'genuine' : 'forged'}`
  if (library !== 'cloudevents') return ok === isGenuine ? undefined : `${of}: ${why ?? 'accepted'}`
  if (!events) return `${of}: ${why}`
  const wrong = events.find((event) => !isDeepStrictEqual(event, told.get(event.id as string)))
  return wrong || events.length === 0 ? `${of}: ${JSON.stringify(wrong)}` : undefined
}

let findings = 0
for (const taal of TALEN) {
  const read = readBy(taal, given)
  if (!read.ok) {
    console.log(`${taal}: not run, ${read.why}`)
    continue
  }
  const answers = read.lines.map((line): Answer => JSON.parse(line))
  for (const [library, own] of Map.groupBy(answers, (answer) => answer.library)) {
    const wrong = own.flatMap((answer) => findingOf(answer) ?? [])
    findings += wrong.length
    console.log(`${taal}: ${library} ${own.length - wrong.length} as it should, ${wrong.length} not`)
    for (const finding of wrong) console.log(`  ${finding}`)
  }
}
process.exit(findings === 0 ? 0 : 1)
