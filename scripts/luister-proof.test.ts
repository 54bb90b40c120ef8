import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Contentmodus, type Credentialtype, fits } from '#lib/contract/abonnement-resource.ts'
import type { Programmeertaal } from '#lib/ontwikkelaars/snippets/snippets.ts'
import { asLine, runSnippets, whyNot } from '#lib/ontwikkelaars/snippets/test-toolchains.ts'
import { newSecret, type TestBezorging } from '#lib/ontwikkelaars/test-bezorgingen.ts'
import { createOnce } from '#lib/platform/once.ts'
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
import { freePort } from '#tools/servers/free-port.ts'
import { type Luisteraar, newConfigHome, type Received, startLuister, startSink } from './test-luister.ts'

// Receivers that trust the keys of the command accept its messages; others refuse them.

let zaaksysteem: TestZaaksysteem
let web: TestStroomServer
let bron: TestBron
let sink: Awaited<ReturnType<typeof startSink>>
/** the portal's own webhook address */
let url: string
/** one portal trusts the keys of the command, the other those of a zaaksysteem */
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

/** The forwarded messages of all methods, for the tests of the code that suppliers copy. */
const forwarded: { bezorging: TestBezorging; sink: string; now: number }[] = []
/** The second of arrival: the proof may expire before all others have arrived. */
const nowSeconds = () => Math.floor(Date.now() / 1_000)

/** Runs the command for one message, forwarded to `naar`. */
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

test.each(WAYS)(
  'our own portal accepts %s in mode %s, and refuses other keys',
  async (credentialtype, contentmodus) => {
    const statuses: number[] = []
    receive = async (received) => {
      const headers = received.headers as Record<string, string>
      const { body } = received
      // The configuration that the command prints for its user.
      const accesstoken = /Het token voor uw ontvanger: (\S+)/.exec(command.err())?.[1]
      const secret = /Het geheim voor uw ontvanger: (\S+)/.exec(command.err())?.[1]
      const jwks = await (await fetch(jwksUrl)).text()
      const geheim = secret ?? accesstoken ?? ''
      forwarded.push({ bezorging: { credentialtype, headers, body, geheim, jwks }, sink: url, now: nowSeconds() })
      const way = { credentialtype, contentmodus }
      await registerTestBron(trusting, { ...way, ...(accesstoken && { accesstoken }), ...(secret && { secret }) })
      await registerTestBron(other, { ...way, accesstoken: bron.accesstoken, secret: newSecret() })
      // A portal without cached keys, which would answer 503 because a newer key may be on its way.
      for (const portal of [trusting, { ...other, once: createOnce() }]) {
        const request = new Request(url, { method: 'POST', headers: new Headers(headers), body })
        statuses.push((await handleWebhook(portal, request)).status)
      }
    }
    const command = forward(url, credentialtype, contentmodus)
    expect([await command.ended, statuses]).toEqual([0, [204, 401]])
  },
)

test('a URL without a path is signed in normalised form, and verifies for a user who configured it without a path', async () => {
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

/** The languages that need no compilation. The others are slow to compile and verify the same bytes. */
const TALEN = ['node', 'python'] as const satisfies Programmeertaal[]

test.for(TALEN)('the code for %s accepts all of them, and none with other keys', async (taal, { skip }) => {
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
