import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Contentmodus, type Credentialtype, fits } from '#lib/contract/abonnement-resource.ts'
import type { Programmeertaal } from '#lib/ontwikkelaars/snippets/snippets.ts'
import { asLine, runSnippets, whyNot } from '#lib/ontwikkelaars/snippets/test-toolchains.ts'
import { newSecret, type TestBezorging } from '#lib/ontwikkelaars/test-bezorgingen.ts'
import { createOnce } from '#lib/platform/once.ts'
import { freePort } from '#lib/platform/test-free-port.ts'
import { registerTestBron } from '#lib/publieksportaal/bron/test-registration.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'
import { ORIGIN, SOURCE, startTestBron, type TestBron } from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import {
  addGebeurtenissen,
  startStroomServer,
  type TestStroomServer,
} from '#lib/zaaksysteem/stroom/test-stroom-server.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { type Luisteraar, newConfigHome, type Received, startLuister, startSink } from './test-luister.ts'

// What the command forwards is taken by those who take bezorgingen, when they trust its keys, and by nobody
// else.

let zaaksysteem: TestZaaksysteem
let web: TestStroomServer
let bron: TestBron
let sink: Awaited<ReturnType<typeof startSink>>
/** as a portal is told its webhook */
let url: string
/** one that was told to trust the keys of the command, and one that trusts those of a zaaksysteem */
let trusting: TestPublieksportaal
let other: TestPublieksportaal
let jwksUrl: string
let receive: (received: Received) => Promise<void>
const home = newConfigHome()

beforeAll(async () => {
  ;[zaaksysteem, bron] = await Promise.all([createTestZaaksysteem(), startTestBron()])
  web = await startStroomServer(zaaksysteem)
  await addGebeurtenissen(zaaksysteem, 'OMG-KAP')
  sink = await startSink(async (received) => {
    await receive(received)
    return 204
  })
  const { origin } = new URL(sink.url)
  url = `${origin}/api/publieksportaal/webhooks`
  jwksUrl = `http://127.0.0.1:${await freePort()}/jwks.json`
  const env = { ...bron.env, PUBLIEKSPORTAAL_URL: origin }
  trusting = await createTestPublieksportaal({ env: { ...env, PUBLIEKSPORTAAL_BRON_JWKS_URL: jwksUrl } })
  other = await createTestPublieksportaal({ env })
})
afterAll(async () => {
  sink.close()
  await Promise.all([web.close(), bron.close(), trusting.close(), other.close()])
  await zaaksysteem.close()
  rmSync(home, { recursive: true })
})

const WAYS = (['JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const).flatMap(
  (credentialtype) =>
    (['structured', 'binary'] as const)
      .filter((contentmodus) => fits({ credentialtype, contentmodus }))
      .map((contentmodus) => [credentialtype, contentmodus] as const),
)

/** What was forwarded in each way, for the code that suppliers copy. */
const forwarded: { bezorging: TestBezorging; sink: string; now: number }[] = []
/** The second in which a message came: its proof may be over by the time that all others have come. */
const nowSeconds = () => Math.floor(Date.now() / 1_000)

/** The command, as who listens at `naar` starts it for one message. */
function forward(naar: string, credentialtype: Credentialtype, contentmodus: Contentmodus): Luisteraar {
  return startLuister(
    ['--naar', naar, '--herhaal', '1', '--sleutelpoort', new URL(jwksUrl).port, '--origin', ORIGIN].concat(
      ['--credentialtype', credentialtype],
      ['--contentmodus', contentmodus],
    ),
    {
      ZAAKBODE_API: web.url.replace('/gebeurtenissen', ''),
      ZAAKBODE_TOKEN: zaaksysteem.apiToken,
      XDG_CONFIG_HOME: home,
    },
  )
}

test.each(WAYS)('our own portal takes %s in mode %s, and refuses other keys', async (credentialtype, contentmodus) => {
  const statuses: number[] = []
  receive = async (received) => {
    const headers = received.headers as Record<string, string>
    const { body } = received
    // What the command tells its user to configure.
    const accesstoken = /Het token voor uw ontvanger: (\S+)/.exec(command.err())?.[1]
    const secret = /Het geheim voor uw ontvanger: (\S+)/.exec(command.err())?.[1]
    const jwks = await (await fetch(jwksUrl)).text()
    const geheim = secret ?? accesstoken ?? ''
    forwarded.push({ bezorging: { credentialtype, headers, body, geheim, jwks }, sink: url, now: nowSeconds() })
    const way = { credentialtype, contentmodus }
    await registerTestBron(trusting, { ...way, ...(accesstoken && { accesstoken }), ...(secret && { secret }) })
    await registerTestBron(other, { ...way, accesstoken: bron.accesstoken, secret: newSecret() })
    // With a memory of its own it has no keys yet, of which it would say that a newer one may be on its way
    // (503).
    for (const portal of [trusting, { ...other, once: createOnce() }]) {
      const request = new Request(url, { method: 'POST', headers: new Headers(headers), body })
      statuses.push((await handleWebhook(portal, request)).status)
    }
  }
  const command = forward(url, credentialtype, contentmodus)
  expect([await command.ended, statuses]).toEqual([0, [204, 401]])
})

test('an address without a path is signed as a URL has it, and reaches who typed it so', async () => {
  const sink = new URL(url).origin
  receive = async ({ headers, body }) => {
    const jwks = await (await fetch(jwksUrl)).text()
    const credentialtype = 'HTTPMESSAGESIGNATURES'
    forwarded.push({
      bezorging: { credentialtype, headers: headers as Record<string, string>, body, geheim: '', jwks },
      sink,
      now: nowSeconds(),
    })
  }
  const before = forwarded.length
  expect([await forward(sink, 'HTTPMESSAGESIGNATURES', 'structured').ended, forwarded.length]).toEqual([0, before + 1])
})

/** The languages whose code runs as it is; the others take long to compile, and verify the same bytes. */
const TALEN = ['node', 'python'] as const satisfies Programmeertaal[]

test.for(TALEN)('the code for %s takes all of them, and none with other keys', async (taal, { skip }) => {
  const reason = await whyNot(taal, 'harness')
  if (reason) return skip(`not run, ${reason}`)
  const strangers = JSON.stringify({ keys: bron.jwks })
  const other = forwarded.map(({ bezorging, ...rest }) => ({
    bezorging: { ...bezorging, jwks: strangers, geheim: newSecret() },
    ...rest,
  }))
  const lines = [...forwarded, ...other].map((each) => asLine({ ...each, source: SOURCE }))
  const [answers = []] = await runSnippets(taal, { cases: lines })
  expect(answers.slice(0, forwarded.length)).toEqual(forwarded.map(() => 'accepted'))
  expect(answers.slice(forwarded.length)).toEqual(forwarded.map(() => expect.stringMatching(/^refused: /)))
})
