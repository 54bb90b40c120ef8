import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { eventText } from '#lib/zaaksysteem/outbox/event-text.ts'
import {
  addGebeurtenissen,
  startStroomServer,
  type TestStroomServer,
} from '#lib/zaaksysteem/stroom/test-stroom-server.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { listen } from '#tools/servers/listen.ts'
import { type Luisteraar, newConfigHome, startLuister, startSink } from './test-luister.ts'

const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'

let ctx: TestZaaksysteem
let web: TestStroomServer
let api: string
let home: string
let sleutelpoort: string
const started: Luisteraar[] = []

beforeAll(async () => {
  ctx = await createTestZaaksysteem()
  web = await startStroomServer(ctx, { port: await freePort() })
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
  rmSync(home, { recursive: true })
})

function luister(args: string[], env: Record<string, string> = {}) {
  const variables = { ZAAKBODE_API: api, ZAAKBODE_TOKEN: ctx.apiToken, XDG_CONFIG_HOME: home, ...env }
  const one = startLuister(['--sleutelpoort', sleutelpoort, ...args], variables)
  started.push(one)
  return one
}

const stored = async (sequence: number) => {
  const { body, ...rest } = await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { sequence } })
  return { ...rest, body: eventText(ctx, body as string) }
}

test('it forwards the bytes of each bezorging in order, and prints the position to resume from', async () => {
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

test('without --vanaf it starts with new events, and without --naar it only prints', async () => {
  const { out, err } = luister(['--json', '--zaaktype', KAP])
  await expect.poll(err).toContain('na sequence')
  await addGebeurtenissen(ctx, FEEST, KAP)
  await expect.poll(out).toContain('\n')
  const newest = await ctx.db.gebeurtenis.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
  expect(out()).toBe(`{"gebeurtenis":${eventText(ctx, newest.body as string)},"antwoord":null}\n`)
})

test('after the zaaksysteem was down it resumes at its position: no event is missed or repeated', async () => {
  const sink = await startSink()
  const { sequence } = await ctx.db.gebeurtenis.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
  const begin = sequence as number
  const { err } = luister(['--naar', sink.url])
  await expect.poll(err).toContain(`na sequence ${begin}`)
  await addGebeurtenissen(ctx, KAP)
  await expect.poll(sink.sequences).toEqual([begin + 1])

  await web.close()
  await addGebeurtenissen(ctx, FEEST, KAP)
  await expect.poll(err).toContain('Geen verbinding met het zaaksysteem (')
  web = await startStroomServer(ctx, { port: web.port })
  await expect.poll(sink.sequences).toEqual([begin + 1, begin + 2, begin + 3])
  await expect.poll(err).toContain('Weer verbonden.')
  sink.close()
})

/** A fake zaaksysteem: answers each request with the next of `answers`, and then hangs. */
async function startStranger(answers: ((response: ServerResponse) => void)[]) {
  const asked: (string | null)[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(new URL(url, 'http://localhost').searchParams.get('vanaf'))
    answers.shift()?.(response)
  })
  return {
    url: `http://127.0.0.1:${await listen(server)}`,
    asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const page =
  (events: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(200, { 'Hoogste-Sequence': '2', 'Tot-Sequence': '2', ...headers }).end(events)

test('a truncated response, or one with Retry-After, is retried', async () => {
  const { body: event } = await stored(2)
  const stranger = await startStranger([
    (response) => response.writeHead(200, { 'Content-Length': '1000' }).write('[', () => response.destroy()),
    (response) => response.writeHead(503, { 'Retry-After': '0' }).end(),
    page(`[${event}]`),
  ])
  const { err, out } = luister(['--json', '--vanaf', '1', '--api', stranger.url])
  await expect.poll(() => stranger.asked).toEqual(['1', '1', '1', '2'])
  expect(out()).toBe(`{"gebeurtenis":${event},"antwoord":null}\n`)
  expect(err()).toContain('Het zaaksysteem is nu niet beschikbaar (503).')
  stranger.close()
})

test('an event with invalid headers is reported, and the next one is forwarded', async () => {
  const { body } = await stored(2)
  const event = JSON.parse(body)
  const stranger = await startStranger([page(JSON.stringify([{ ...event, eigen: { toString: 1 } }, event]))])
  const sink = await startSink()
  const binary = ['--credentialtype', 'ACCESSTOKEN', '--contentmodus', 'binary']
  const { out } = luister(['--vanaf', '1', '--api', stranger.url, '--naar', sink.url, ...binary])
  await expect.poll(() => sink.received.length).toBe(1)
  expect(out()).toContain('dit bericht is niet te versturen')
  sink.close()
  stranger.close()
})

test('with --json control characters are escaped, and the JSON stays equal', async () => {
  const steering = 'rood \u009b31m, omgekeerd \u202e, \u2028, \u{e0041}'
  const event = { ...JSON.parse((await stored(2)).body), eigen: steering }
  const stranger = await startStranger([page(JSON.stringify([event]))])
  const { out } = luister(['--json', '--vanaf', '1', '--api', stranger.url])
  await expect.poll(out).toContain('\n')
  expect(out()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}](?!$)/u)
  expect(JSON.parse(out()).gebeurtenis).toEqual(event)
  stranger.close()
})

test('an endless response is aborted', async () => {
  const stranger = await startStranger([
    (response) => {
      response.writeHead(200, { 'Hoogste-Sequence': '2', 'Tot-Sequence': '2' })
      Readable.from(endless()).pipe(response)
    },
  ])
  const { err, ended } = luister(['--vanaf', '1', '--api', stranger.url])
  expect(await ended).toBe(1)
  expect(err()).toContain('Het antwoord is langer dan een zaaksysteem er een geeft.')
  stranger.close()
})

function* endless() {
  for (;;) yield ' '.repeat(65_536)
}

test('a refusal by the receiver is printed without control characters, and not retried', async () => {
  const sink = await startSink(() => 401)
  const { out, child, ended } = luister(['--naar', sink.url, '--vanaf', '0', '--zaaktype', KAP])
  await expect.poll(() => sink.received.length).toBeGreaterThanOrEqual(2)
  child.kill('SIGINT')
  await ended
  expect(sink.sequences().slice(0, 2)).toEqual([1, 3])
  expect(out()).toMatch(/401 in \d+ ms {2}dit is \[31m rood\n/)
  sink.close()
})

test('--herhaal sends one event once more, by its id or its sequence, beside a running command', async () => {
  const sink = await startSink()
  const { err } = luister(['--naar', sink.url])
  await expect.poll(err).toContain('na sequence')
  const { id } = await stored(2)
  for (const one of [id, '2']) expect(await luister(['--naar', sink.url, '--herhaal', one]).ended).toBe(0)
  expect(sink.sequences()).toEqual([2, 2])
  sink.close()
})

test('the keys file is readable by its user alone', async () => {
  const sink = await startSink()
  await luister(['--naar', sink.url, '--herhaal', '1']).ended
  sink.close()
  const mode = (...path: string[]) => statSync(join(home, 'zaakbode', ...path)).mode & 0o777
  expect([mode(), mode('luister.json')]).toEqual([0o700, 0o600])
})

test.each([
  [1, 'Het zaaksysteem kent dit token niet (401).', [], { ZAAKBODE_TOKEN: 'ander' }],
  [1, 'is er niet', ['--herhaal', '0199a000-0000-7000-8000-000000000001'], {}],
  [1, 'is er niet', ['--herhaal', '900'], {}],
  [1, 'Het zaaksysteem begrijpt de vraag niet: filters must be JSON.', ['--filters', '{'], {}],
  [1, 'is geen zaaksysteem met gebeurtenissen.', [], { ZAAKBODE_API: 'API/nergens' }],
  [2, '--token is er niet.', ['--token', 'x'], {}],
])('it stops with %i: %s', async (code, zin, args, env: Record<string, string>) => {
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace('API', api)]))
  const { err, ended } = luister(args, given)
  expect(await ended).toBe(code)
  expect(err()).toContain(zin)
})

test('it reports all invalid options at once, and does nothing', async () => {
  const wrong = [
    ['--naar', 'http://localhost.elders.example/'],
    ['--api', 'http://elders.example/v1'],
    ['--contentmodus', 'binary'],
    ['--origin', 'een naam'],
    ['--vanaf', '-1'],
    ['--herhaal', 'x'],
    ['--sleutelpoort', '0'],
  ]
  const { err, out, ended } = luister(
    wrong.flatMap(([name, value]) => `${name}=${value}`),
    { ZAAKBODE_TOKEN: '' },
  )
  expect(await ended).toBe(2)
  expect(out()).toBe('')
  const sentences = err().trim().split('\n')
  expect(sentences.shift()).toBe('Zet uw token in ZAAKBODE_TOKEN.')
  expect(sentences.map((zin) => zin.split(' ')[0]).sort()).toEqual(wrong.map(([name]) => name).sort())
})

test('a taken port and unreadable keys are each reported with exit code 1', async () => {
  const sink = await startSink()
  const taken = luister(['--naar', sink.url, '--sleutelpoort', new URL(sink.url).port])
  expect(await taken.ended).toBe(1)
  expect(taken.err()).toContain('is bezet')
  const other = newConfigHome()
  mkdirSync(join(other, 'zaakbode'))
  writeFileSync(join(other, 'zaakbode/luister.json'), '{"secret":"whsec_niet-te-zien')
  const unreadable = luister(['--naar', sink.url], { XDG_CONFIG_HOME: other })
  expect(await unreadable.ended).toBe(1)
  expect(unreadable.err()).toMatch(/^De sleutels in \S+ zijn niet te lezen of te bewaren\.\n$/)
  rmSync(other, { recursive: true })
  sink.close()
})

test('when the next events are purged, it says so and resumes at the oldest one', async () => {
  await ctx.db.gebeurtenis.update({ where: { sequence: 1 }, data: { body: null } })
  const { err, out } = luister(['--vanaf', '0'])
  await expect.poll(out).toMatch(/^\S+ \S+ +2 /)
  expect(err()).toContain('Wat na 0 komt wordt niet meer bewaard. Verder bij het oudste dat nog bewaard is, 2.')
  const one = luister(['--herhaal', '1'])
  expect(await one.ended).toBe(1)
  expect(one.err()).toBe('Gebeurtenis 1 wordt niet meer bewaard.\n')
})

test('when all later events are purged, it continues from now', async () => {
  await addGebeurtenissen(ctx, KAP)
  const newest = await ctx.db.gebeurtenis.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
  await ctx.db.gebeurtenis.update({ where: { id: newest.id }, data: { body: null } })
  const sequence = newest.sequence as number
  const { err } = luister(['--vanaf', String(sequence - 1)])
  await expect.poll(err).toContain(`Verder bij wat er nu komt, na ${sequence}.`)
})

test('an unknown position is reported, and it continues from now', async () => {
  const { err } = luister(['--vanaf', '900'])
  await expect.poll(err).toContain('Sequence 900 is er in dit zaaksysteem nog niet')
  await expect.poll(err).toMatch(/Verder bij wat er nu komt, na \d+\./)
})
