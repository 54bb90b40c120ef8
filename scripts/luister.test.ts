import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fits } from '#lib/contract/abonnement-resource.ts'
import { newSecret, type TestDelivery } from '#lib/ontwikkelaars/test-deliveries.ts'
import { registerTestBron } from '#lib/publieksportaal/bron/test-registration.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'
import { SOURCE, startTestBron } from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import {
  addGebeurtenissen,
  startStroomServer,
  type TestStroomServer,
} from '#lib/zaaksysteem/stroom/test-stroom-server.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { freePort, type Luisteraar, newConfigHome, startLuister, startSink } from './test-luister.ts'

const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'
const ORIGIN = 'zaaksysteem.test'

let ctx: TestZaaksysteem
let web: TestStroomServer
let api: string
let home: string
let sleutelpoort: string
const started: Luisteraar[] = []

beforeAll(async () => {
  ctx = await createTestZaaksysteem()
  web = await startStroomServer(ctx)
  api = web.url.replace('/gebeurtenissen', '')
  home = newConfigHome()
  sleutelpoort = String(await freePort())
  await addGebeurtenissen(ctx, KAP, FEEST, KAP)
})
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
})
afterAll(async () => {
  await web.close()
  await ctx.close()
})

function luister(args: string[], env: Record<string, string> = {}) {
  const variables = { ZAAKBODE_API: api, ZAAKBODE_TOKEN: ctx.apiToken, XDG_CONFIG_HOME: home, ...env }
  const one = startLuister(['--sleutelpoort', sleutelpoort, ...args], variables)
  started.push(one)
  return one
}

const stored = (sequence: number) => ctx.db.gebeurtenis.findUniqueOrThrow({ where: { sequence } })

test('what it forwards has the bytes of a delivery, in order, and it tells where to go on', async () => {
  const sink = await startSink()
  const { child, out, err, ended } = luister(['--naar', sink.url, '--vanaf', '1'])
  await expect.poll(sink.sequences).toEqual([2, 3])
  await addGebeurtenissen(ctx, FEEST)
  await expect.poll(sink.sequences).toEqual([2, 3, 4])
  for (const [index, { body }] of sink.received.entries()) expect(body).toBe((await stored(index + 2)).body)
  await expect.poll(() => out().split('\n')).toHaveLength(4)

  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(err()).toContain('Gestopt. Ga verder met --vanaf 4.')
  const { zaakId } = await stored(2)
  expect(out().split('\n')[0]).toMatch(
    new RegExp(String.raw`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {7}2  zaak-geregistreerd +${zaakId}  204 in \d+ ms$`),
  )
  expect(out() + err()).not.toContain('\u001b')
  sink.close()
})

test('without --vanaf it begins with what comes from now on, and without --naar it only tells', async () => {
  const { out, err } = luister(['--json', '--zaaktype', KAP])
  await expect.poll(err).toContain('na sequence')
  await addGebeurtenissen(ctx, FEEST, KAP)
  await expect.poll(out).toContain('\n')
  const newest = await ctx.db.gebeurtenis.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
  expect(out()).toBe(`{"gebeurtenis":${newest.body},"antwoord":null}\n`)
})

test('when the zaaksysteem goes away it comes back to where it was: nothing is missed and nothing comes twice', async () => {
  const sink = await startSink()
  const { sequence } = await ctx.db.gebeurtenis.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
  const begin = sequence as number
  const { err } = luister(['--naar', sink.url])
  await expect.poll(err).toContain(`na sequence ${begin}`)
  await addGebeurtenissen(ctx, KAP)
  await expect.poll(sink.sequences).toEqual([begin + 1])

  await web.close()
  await addGebeurtenissen(ctx, FEEST, KAP)
  await expect.poll(err).toContain('Geen verbinding met het zaaksysteem.')
  web = await startStroomServer(ctx, { port: web.port })
  await expect.poll(sink.sequences).toEqual([begin + 1, begin + 2, begin + 3])
  expect(err()).toContain('Weer verbonden.')
  sink.close()
})

test('what the receiver refuses is told, is not sent again, and does not steer the terminal', async () => {
  const sink = await startSink(() => 401)
  const { out, child, ended } = luister(['--naar', sink.url, '--vanaf', '0', '--zaaktype', KAP])
  await expect.poll(() => sink.received.length).toBeGreaterThanOrEqual(2)
  child.kill('SIGINT')
  await ended
  expect(sink.sequences().slice(0, 2)).toEqual([1, 3])
  expect(out()).toMatch(/401 in \d+ ms {2}dit is \[31m rood\n/)
  sink.close()
})

test('--herhaal sends one event once more, by its id or its sequence, beside a command that listens', async () => {
  const sink = await startSink()
  const { err } = luister(['--naar', sink.url])
  await expect.poll(err).toContain('na sequence')
  const { id } = await stored(2)
  for (const one of [id, '2']) expect(await luister(['--naar', sink.url, '--herhaal', one]).ended).toBe(0)
  expect(sink.sequences()).toEqual([2, 2])
  sink.close()
})

test('the keys are kept for their user alone', async () => {
  const mode = (...path: string[]) => statSync(join(home, 'zaakbode', ...path)).mode & 0o777
  expect([mode(), mode('luister.json')]).toEqual([0o700, 0o600])
})

test.each([
  [1, 'Het zaaksysteem kent dit token niet (401).', [], { ZAAKBODE_TOKEN: 'ander' }],
  [1, 'is er niet', ['--herhaal', '0199a000-0000-7000-8000-000000000001'], {}],
  [1, 'is er niet', ['--herhaal', '900'], {}],
  [1, 'Het zaaksysteem begrijpt de vraag niet: filters must be JSON.', ['--filters', '{'], {}],
  [1, 'is geen zaaksysteem met gebeurtenissen.', [], { ZAAKBODE_API: 'API/nergens' }],
  [2, 'Zet uw token in ZAAKBODE_TOKEN.', [], { ZAAKBODE_TOKEN: '' }],
  [2, '--naar mag alleen naar localhost', ['--naar', 'https://elders.example/'], {}],
  [2, '--naar mag alleen naar localhost', ['--naar', 'http://localhost.elders.example/'], {}],
  [2, '--api is een adres met https.', ['--api', 'http://elders.example/v1'], {}],
  [2, '--contentmodus binary kan alleen met', ['--contentmodus', 'binary'], {}],
  [2, '--vanaf is een sequence', ['--vanaf', 'x'], {}],
  [2, 'Met --help ziet u welke er zijn.', ['--token', 'x'], {}],
])('it stops with %i: %s', async (code, zin, args, env: Record<string, string>) => {
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace('API', api)]))
  const { err, ended } = luister(args, given)
  expect(await ended).toBe(code)
  expect(err()).toContain(zin)
})

test('a position that the zaaksysteem does not have is told, and it goes on from now', async () => {
  const { err } = luister(['--vanaf', '900'])
  await expect.poll(err).toContain('Sequence 900 is er in dit zaaksysteem nog niet')
  await expect.poll(err).toMatch(/Verder bij wat er nu komt, na \d+\./)
})

const WAYS = (['JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const).flatMap(
  (credentialtype) =>
    (['structured', 'binary'] as const)
      .filter((contentmodus) => fits({ credentialtype, contentmodus }))
      .map((contentmodus) => [credentialtype, contentmodus] as const),
)

/** What the command forwarded in each way, for the code that suppliers copy. */
const forwarded: { sink: string; source: string; delivery: TestDelivery }[] = []

test.each(WAYS)('our own portal takes %s in mode %s, and refuses other keys', async (credentialtype, contentmodus) => {
  const statuses: number[] = []
  const sink = await startSink(async ({ headers, body }) => {
    const known = repeated.err()
    const [jwks, accesstoken, secret] = [/\bhttp\S+jwks\.json/, /(?<=token.*: )\S+/, /whsec_\S+/].map(
      (pattern) => pattern.exec(known)?.[0],
    )
    for (const portal of [trusting, other]) {
      const isTrusting = portal === trusting
      await registerTestBron(portal, {
        credentialtype,
        contentmodus,
        ...(accesstoken && { accesstoken: isTrusting ? accesstoken : `${accesstoken}x` }),
        ...(secret && { secret: isTrusting ? secret : newSecret() }),
      })
      const request = new Request(url, {
        method: 'POST',
        headers: new Headers(headers as Record<string, string>),
        body,
      })
      statuses.push((await handleWebhook(portal, request)).status)
    }
    const delivery = {
      credentialtype,
      headers: headers as Record<string, string>,
      body,
      geheim: secret ?? accesstoken ?? '',
    }
    forwarded.push({
      sink: url,
      source: SOURCE,
      delivery: { ...delivery, jwks: jwks ? await (await fetch(jwks)).text() : '' },
    })
    return 204
  })
  const { origin } = new URL(sink.url)
  const url = `${origin}/api/publieksportaal/webhooks`
  const bron = await startTestBron()
  const env = { ...bron.env, PUBLIEKSPORTAAL_URL: origin }
  const jwksUrl = `http://127.0.0.1:${sleutelpoort}/jwks.json`
  const trusting = await createTestPublieksportaal({ env: { ...env, PUBLIEKSPORTAAL_BRON_JWKS_URL: jwksUrl } })
  const other = await createTestPublieksportaal({ env })
  const way = ['--credentialtype', credentialtype, '--contentmodus', contentmodus, '--origin', ORIGIN]
  const repeated = luister(['--naar', url, '--herhaal', '1', ...way])
  expect([await repeated.ended, statuses]).toEqual([0, [204, 401]])
  await Promise.all([trusting.close(), other.close(), bron.close()])
  sink.close()
})
