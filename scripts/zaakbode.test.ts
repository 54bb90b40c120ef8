import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVENT_TYPES, VOORVAL_TYPES } from '#lib/contract/event-types.ts'
import { API_SCOPES } from '#lib/zaaksysteem/env.ts'
import { answerApi } from '#lib/zaaksysteem/openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { listen } from '#tools/servers/listen.ts'
import { newConfigHome, startZaakbode } from './test-luister.ts'
import { runInShell } from './test-shell.ts'

let ctx: TestZaaksysteem
let api: string
const site = createServer(createRequestListener((request) => answerApi(ctx, request)))

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: API_SCOPES.join('+') })
  api = `http://127.0.0.1:${await listen(site)}/api/zaaksysteem/v1`
})
afterAll(async () => {
  site.close()
  site.closeAllConnections()
  await ctx.close()
})

async function zaakbode(args: string[], env: Record<string, string> = {}) {
  const { out, err, ended } = startZaakbode(args, { ZAAKBODE_API: api, ZAAKBODE_TOKEN: ctx.apiToken, ...env })
  return { code: await ended, out: out(), err: err() }
}

/** Events caused by time, by another act, by the aanvrager or by a receiver. */
const NOT_BY_A_CLIENT = [
  'zaak-aanvulling-verlopen',
  'zaak-ingebrekestelling-vervallen',
  'zaak-aanvulling-gemeld',
  'zaak-aanvulling-nagekomen',
  'zaak-termijn-herberekend',
  'zaak-intrekking-afgewezen',
  'zaak-vraag-beantwoord',
  'besluit-van-rechtswege-verleend',
  'besluit-bekendgemaakt',
  ...Object.values(VOORVAL_TYPES).map((type) => type.slice('nl.overheid.zaken.'.length)),
]
const NAMES = Object.values(EVENT_TYPES).map((type) => type.slice('nl.overheid.zaken.'.length))

test.concurrent.each(NAMES.filter((name) => !NOT_BY_A_CLIENT.includes(name)))(
  'trigger %s makes that happen',
  async (name) => {
    const { code, out, err } = await zaakbode(['trigger', name, '--json'])
    expect([err, code]).toEqual(['', 0])
    const { zaak, gebeurtenisId } = JSON.parse(out)
    const type = `nl.overheid.zaken.${name}`
    const last = await ctx.db.gebeurtenis.findFirstOrThrow({ where: { zaakId: zaak }, orderBy: { sequence: 'desc' } })
    expect(last.type).toBe(type)
    if (gebeurtenisId !== null) expect(last.id).toBe(gebeurtenisId)
  },
)

test('trigger refuses an event that no client can cause, and changes nothing', async () => {
  const before = await ctx.db.zaak.count()
  const answers = await Promise.all(NOT_BY_A_CLIENT.map((name) => zaakbode(['trigger', name])))
  for (const { code, err } of answers) {
    expect(code).toBe(2)
    expect(err).toContain('komt niet door een opdracht')
  }
  expect(await ctx.db.zaak.count()).toBe(before)
})

test('trigger changes the named zaak, and on another machine opens a new one only with --nieuw', async () => {
  const opened = JSON.parse((await zaakbode(['trigger', 'nl.overheid.zaken.zaak-geregistreerd', '--json'])).out)
  const changed = await zaakbode(['trigger', 'zaakstatus-gewijzigd', '--zaak', opened.zaak])
  expect(changed).toEqual({ code: 0, err: '', out: `zaakstatus-gewijzigd is gebeurd aan zaak ${opened.zaak}.\n` })
  const elsewhere = await zaakbode(['trigger', 'zaak-verlengd', '--api', 'https://zaaksysteem.invalid/v1'])
  expect([elsewhere.code, elsewhere.err]).toEqual([2, expect.stringContaining('--nieuw')])
})

test('an abonnement is registered, listed, paused and resumed, and its secret is shown once', async () => {
  expect((await zaakbode(['abonnement', 'list'])).out).toBe('U heeft geen abonnementen.\n')
  const sink = 'https://portaal.voorbeeld.example/webhooks'
  const made = await zaakbode(['abonnement', 'maak', '--sink', sink, '--credentialtype', 'STANDARDWEBHOOKS', '--json'])
  const { id, sinkcredential } = JSON.parse(made.out)
  expect(sinkcredential.secret).toMatch(/^whsec_/)
  await ctx.db.abonnement.update({ where: { id }, data: { status: 'actief' } })

  const paused = await zaakbode(['abonnement', 'pauzeer', id])
  expect(paused).toEqual({ code: 0, err: '', out: `${id}  gepauzeerd  ${sink}\n` })
  const again = await zaakbode(['abonnement', 'pauzeer', id])
  expect([again.code, again.err]).toEqual([
    1,
    'Het zaaksysteem weigert dit (409): The status of the abonnement does not allow this.\n',
  ])
  expect((await zaakbode(['abonnement', 'hervat', id])).out).toContain('actief')
  expect((await zaakbode(['abonnement', 'list'])).out).toBe(`${id}  actief  ${sink}\n`)

  expect((await zaakbode(['herstel', id])).out).toBe('Dit abonnement heeft nog geen herstel gehad.\n')
  const begun = await zaakbode(['herstel', id, '--vanaf', '2026-11-02T10:00:00Z'])
  expect([begun.code, begun.out]).toEqual([0, expect.stringMatching(/^Begonnen\. \d+ bezorgingen gaan nog eens\.\n$/)])
  expect((await zaakbode(['herstel', id])).out).toMatch(/ van \d+ bezorgingen sinds 2026-11-02T10:00:00/)

  const fine = await zaakbode(['status'], { LANG: 'en_US.UTF-8' })
  expect(fine.code).toBe(0)
  expect(fine.out).toMatch(
    new RegExp(
      `^The zaaksysteem at \\S+ is there \\(API \\d+\\.\\d+\\.\\d+\\)\\.\nKeys to verify .* with: \\d+\\.\n${id}  actief`,
    ),
  )
  await ctx.db.abonnement.update({ where: { id }, data: { status: 'uitgeschakeld', statusreden: 'failing' } })
  const failing = await zaakbode(['status', '--json'])
  expect([failing.code, JSON.parse(failing.out).abonnementen]).toEqual([
    1,
    [expect.objectContaining({ status: 'uitgeschakeld', statusreden: 'failing', mislukt: 0 })],
  ])
})

test.each([
  [['lister'], 'De opdracht lister is er niet. Bedoelt u luister?'],
  [['luister', '--nar', 'http://localhost:4000/'], '--nar is er niet. Bedoelt u --naar?'],
  [['luister', '--naar'], '--naar heeft een waarde nodig.'],
  [['luister', '--naar', '--json'], '--naar heeft een waarde nodig.'],
  [['luister', '--json=ja'], '--json heeft geen waarde.'],
  [['luister', 'hier'], 'Zo is het: zaakbode luister'],
  [['abonnement', 'pauzeer'], 'Zo is het: zaakbode abonnement list'],
  [['abonnement', 'maak'], 'Zet met --sink waar de berichten heen gaan.'],
  [['abonnement', 'maak', '--sink', 'x', '--filters', '{'], '--filters is JSON.'],
  [['herstel', 'x'], '<abonnement> is een uuid.'],
  [['herstel', '0199a000-0000-7000-8000-000000000001', '--vanaf', 'gisteren'], '--vanaf is een tijdstip'],
  [['trigger', 'zaak-verlengt'], 'zaak-verlengt is er niet. Bedoelt u zaak-verlengd?'],
])('the arguments %j are refused in Dutch, with the reason', async (args, zin) => {
  const { code, err, out } = await zaakbode(args)
  expect([code, out, err]).toEqual([2, '', expect.stringContaining(zin)])
})

test('a line end copied with the token is ignored', async () => {
  const { code } = await zaakbode(['abonnement', 'list'], { ZAAKBODE_TOKEN: `${ctx.apiToken}\r` })
  expect(code).toBe(0)
})

/** Starts a fake zaaksysteem for the duration of `run`. */
async function withStranger(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  run: (url: string) => Promise<void>,
) {
  const server = createServer(answer)
  await run(`http://127.0.0.1:${await listen(server)}`)
  server.close()
  server.closeAllConnections()
}

test.each([
  ['seconds', '90', 90],
  ['a date', new Date('2126-11-29T12:00:00Z').toUTCString(), 2_147_484],
])('it waits at least as long as Retry-After says in %s', async (_, retryAfter, seconds) => {
  await withStranger(
    (_request, response) => response.writeHead(503, { 'Retry-After': retryAfter }).end(),
    async (url) => {
      for (const args of [['luister'], ['status']]) {
        const { child, err, ended } = startZaakbode(args, { ZAAKBODE_API: url, ZAAKBODE_TOKEN: 'x' })
        await expect.poll(err).toContain(`(503). Nieuwe poging over ${seconds} s.`)
        child.kill('SIGINT')
        await ended
      }
    },
  )
})

test('a request refused with 429 is retried with the same Idempotency-Key', async () => {
  const keys: unknown[] = []
  await withStranger(
    ({ headers }, response) => {
      keys.push(headers['idempotency-key'])
      if (keys.length === 1) response.writeHead(429, { 'Retry-After': '0.01' }).end()
      else response.writeHead(201).end('{"id":"x","status":"actief","sink":"y","naam":""}')
    },
    async (url) => {
      const { code, out } = await zaakbode(['abonnement', 'maak', '--sink', 'y'], { ZAAKBODE_API: url })
      expect([code, out]).toEqual([0, 'x  actief  y\n'])
    },
  )
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]])
})

test('it prints its version, and English unless the locale is Dutch', async () => {
  const { version } = JSON.parse(readFileSync('cli/package.json', 'utf8'))
  expect((await zaakbode(['--version'])).out).toBe(`zaakbode ${version}\n`)
  expect((await zaakbode([], { LANG: 'C.UTF-8' })).out).toContain('make something happen')
  expect((await zaakbode([], { LANG: 'nl_BE.UTF-8', LC_ALL: 'nl_NL' })).out).toContain(
    'laat in het zaaksysteem iets gebeuren',
  )
})

test('npx runs it from the package that /ontwikkelaars serves', async () => {
  const home = newConfigHome()
  await withStranger(
    (_request, response) => response.end(readFileSync('public/ontwikkelaars/zaakbode.tgz')),
    async (url) => {
      const env = { npm_config_cache: home, npm_config_registry: url, npm_config_update_notifier: 'false' }
      const npx = runInShell([`npx --yes ${url}/ontwikkelaars/zaakbode.tgz --version`], { cwd: home, env })
      await expect.poll(npx.said, { timeout: 90_000 }).toMatch(/^zaakbode \d+\.\d+\.\d+$/m)
    },
  )
})
