import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { createTestSender, type TestSender } from '#lib/proof/test-sender.ts'
import { ORIGIN, SOURCE, startTestBron, statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { purge } from '../upkeep/purge.ts'
import { answerProefdeur } from './answer-proefdeur.ts'
import type { Bevinding, Geval, Oordeel } from './judge-verloop.ts'
import {
  closeProefdeur,
  findProefdeur,
  findProefdeuren,
  MAX_GEBEUREN,
  openProefdeur,
  PROEFDEUR_DURATION_MS,
  type Proefdeur,
  restartProefdeur,
  sinkOf,
} from './proefdeur.ts'
import { tryGat } from './try-gat.ts'

const ACTOR = { soort: 'beheerder', id: 'beheerder' } as const

let now = new Date('2026-11-25T10:00:00Z')
let sender: TestSender
let sink: string
let code: string

const bron = await startTestBron()
const ctx = await createTestPublieksportaal({ clock: () => now })
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

/** A proefdeur for each test, with its own sender. */
beforeEach(async () => {
  await ctx.db.proefdeur.deleteMany()
  const opened = await openProefdeur(ctx, {
    actor: ACTOR,
    naam: 'Zaaksysteem van een ander',
    source: SOURCE,
    origin: ORIGIN,
    // Its own address, because the keys of the test before are cached.
    jwksUrl: `${bron.base}/jwks.json?${randomUUID()}`,
    apiUrl: bron.api,
    credentialtype: 'JWT',
    contentmodus: 'structured',
  })
  code = opened.ok ? opened.code : ''
  sink = sinkOf(ctx, { code })
  sender = await createTestSender({ source: SOURCE, sink, clock: () => now })
  bron.answers.set('GET /jwks.json', () => ({ status: 200, body: { keys: sender.jwks } }))
})

const later = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

let sequence = 0
const eventOf = (changes: object = {}) => {
  sequence += 1
  return { ...statusGewijzigd({ zaakId: randomUUID(), oudeStatus: 'a', nieuweStatus: 'b', sequence }), ...changes }
}

async function send(
  event: object,
  { token, headers = {} }: { token?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const body = JSON.stringify(event)
  const all = {
    'Content-Type': EVENT_CONTENT_TYPE,
    'WebHook-Request-Origin': ORIGIN,
    Authorization: `Bearer ${token ?? (await sender.sign(body))}`,
    ...headers,
  }
  return answerProefdeur(ctx, new Request(sink, { method: 'POST', body, headers: all }))
}

const handshake = (
  headers: Record<string, string> = { 'WebHook-Request-Origin': ORIGIN, 'WebHook-Request-Rate': '120' },
) => answerProefdeur(ctx, new Request(sink, { method: 'OPTIONS', headers }))

async function report(): Promise<{ geslaagd: boolean; gevallen: Oordeel[] }> {
  return (await answerProefdeur(ctx, new Request(sink))).json()
}

async function findingOf(geval: Geval) {
  const { gevallen } = await report()
  const found = gevallen.find((each) => each.geval === geval)
  return `${found?.uitslag}: ${found?.bevinding}`
}

async function gat(events: unknown, { status = 200, token = 'token' } = {}) {
  bron.answers.set('GET /v1/gebeurtenissen', () => ({
    status,
    body: events,
    headers: { 'Hoogste-Sequence': String(sequence) },
  }))
  await tryGat(ctx, { deur: (await findProefdeur(ctx, code)) as Proefdeur, token })
}

/** Goes through the trials: accepted, 503, 429 and 400. */
async function sendFour() {
  await handshake()
  const events = [eventOf(), eventOf(), eventOf(), eventOf()]
  const statuses: number[] = []
  for (const event of events) statuses.push((await send(event)).status)
  expect(statuses).toEqual([204, 503, 429, 400])
  return events as [object, object, object, object]
}

test('a sender that meets all requirements passes, and none of its messages reaches the portal', async () => {
  const given = await handshake()
  expect(given.headers.get('webhook-allowed-origin')).toBe(ORIGIN)
  const events = await sendFour()
  later(4 * SECOND_MS)
  for (const event of events.slice(0, 3)) expect((await send(event)).status).toBe(204)
  expect((await send(events[3])).status).toBe(400)
  later(MINUTE_MS)
  const renewed = await createTestSender({ source: SOURCE, sink, clock: () => now })
  const fresh = { ...renewed.jwk, kid: 'test-nieuw' }
  bron.answers.set('GET /jwks.json', () => ({ status: 200, body: { keys: [...sender.jwks, fresh] } }))
  const event = eventOf()
  const token = await renewed.sign(JSON.stringify(event), { header: { kid: fresh.kid } })
  expect((await send(event, { token })).status).toBe(204)
  await gat([...events, event])

  const { geslaagd, gevallen } = await report()
  expect(gevallen.filter(({ uitslag }) => uitslag !== 'goed')).toEqual([])
  expect(geslaagd).toBe(true)
  const rows = await Promise.all([
    ctx.db.ontvangenGebeurtenis.count(),
    ctx.db.zaak.count(),
    ctx.db.ophaalopdracht.count(),
    ctx.db.afwijzing.count(),
    ctx.db.bron.count(),
  ])
  expect(rows).toEqual([0, 0, 0, 0, 0])
})

/** A fault of a sender, the requirement that shows it, and the finding. */
const FAULTS: [what: string, geval: Geval, bevinding: Bevinding, act: () => Promise<unknown>][] = [
  ['delivers without a handshake', 'handshake', 'zonder_toestemming', () => send(eventOf())],
  ['asks without an origin', 'handshake', 'geen_origin', () => handshake({})],
  [
    'asks with another origin',
    'handshake',
    'andere_origin',
    () => handshake({ 'WebHook-Request-Origin': 'ander.test' }),
  ],
  [
    'asks for an invalid rate',
    'handshake',
    'rate_onleesbaar',
    () => handshake({ 'WebHook-Request-Origin': ORIGIN, 'WebHook-Request-Rate': 'snel' }),
  ],
  [
    'signs another body',
    'ondertekend',
    'niet_bewezen',
    async () => send(eventOf(), { token: await sender.sign('{}') }),
  ],
  [
    'signs for another address',
    'ondertekend',
    'niet_bewezen',
    async () => {
      const event = eventOf()
      const token = await sender.sign(JSON.stringify(event), { claims: { aud: `${sink}/` } })
      return send(event, { token })
    },
  ],
  [
    'sends no token',
    'ondertekend',
    'niet_bewezen',
    () => send(eventOf(), { headers: { Authorization: 'Basic YTpi' } }),
  ],
  ['leaves out an attribute', 'gebeurtenis', 'ongeldig', () => send(eventOf({ type: undefined }))],
  [
    'sends another media type',
    'gebeurtenis',
    'ongeldig',
    () => send(eventOf(), { headers: { 'Content-Type': 'application/json' } }),
  ],
  [
    'says that it is another',
    'gebeurtenis',
    'ongeldig',
    () => send(eventOf(), { headers: { 'WebHook-Request-Origin': 'ander.test' } }),
  ],
  ['sends events of another source', 'gebeurtenis', 'ongeldig', () => send(eventOf({ source: 'urn:nld:ander' }))],
  [
    'gives no number',
    'nummering',
    'geen_sequence',
    () => send(eventOf({ sequence: undefined, sequencetype: undefined })),
  ],
  [
    'sends other content with the same id',
    'nummering',
    'andere_inhoud',
    async () => {
      const event = eventOf()
      await send(event)
      const refused = await send({ ...event, time: '2026-11-25T11:00:00Z' })
      expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'different_content' }])
      expect(await findingOf('gebeurtenis')).toBe('goed: geldig')
    },
  ],
  ...(
    [
      ['503', 1],
      ['429', 2],
    ] as const
  ).flatMap(([status, index]) => [
    [
      `comes back at once after ${status}`,
      `na_${status}` as Geval,
      'te_vroeg' as Bevinding,
      async () => {
        const events = await sendFour()
        later(SECOND_MS)
        expect((await send(events[index] as object)).headers.get('retry-after')).toBe('2')
      },
    ] as (typeof FAULTS)[number],
    [
      `never comes back after ${status}`,
      `na_${status}` as Geval,
      'bleef_weg' as Bevinding,
      async () => {
        await sendFour()
        later(11 * MINUTE_MS)
      },
    ] as (typeof FAULTS)[number],
  ]),
  [
    'gives a repeat another id',
    'zelfde_id',
    'ander_id',
    async () => {
      const [, waiting] = await sendFour()
      later(4 * SECOND_MS)
      return send({ ...waiting, id: randomUUID() })
    },
  ],
  ...(
    [
      ['comes back at once after 400', [500]],
      ['comes back each second after 400', [1000, 1000]],
      ['comes back each five minutes after 400', [300_000, 300_000, 300_000]],
    ] as const
  ).map(
    ([what, waits]) =>
      [
        what,
        'na_400',
        'blijft_proberen',
        async () => {
          const [, , , refused] = await sendFour()
          for (const wait of waits) {
            later(wait)
            await send(refused)
          }
        },
      ] as (typeof FAULTS)[number],
  ),
  [
    'signs with a key that it does not publish',
    'sleutels',
    'sleutel_onbekend',
    async () => {
      const event = eventOf()
      return send(event, { token: await sender.sign(JSON.stringify(event), { header: { kid: 'geheim' } }) })
    },
  ],
  [
    'does not serve its keys',
    'sleutels',
    'sleutels_onbereikbaar',
    () => {
      bron.answers.set('GET /jwks.json', () => ({ status: 500 }))
      return send(eventOf())
    },
  ],
  ...(
    [
      ['fills a gap with another id', 'gat_andere_id', (event: object) => gat([{ ...event, id: randomUUID() }])],
      ['fills a gap with nothing', 'gat_ontbreekt', () => gat([])],
      ['fills a gap with an invalid event', 'gat_ongeldig', (event: object) => gat([{ ...event, type: '' }])],
      ['refuses to fill a gap', 'gat_geweigerd', () => gat({}, { status: 403 })],
    ] as const
  ).map(
    ([what, bevinding, act]) =>
      [
        what,
        'gat',
        bevinding,
        async () => {
          const event = eventOf()
          await send(event)
          await act(event)
        },
      ] as (typeof FAULTS)[number],
  ),
]

test.each(FAULTS)('a sender that %s fails at %s: %s', async (_, geval, bevinding, act) => {
  await act()
  expect(await findingOf(geval)).toBe(`fout: ${bevinding}`)
  expect(await report()).toMatchObject({ geslaagd: false })
})

test('a sender that repeats a 400 with the standard backoff passes, which the proefdeur says after a minute', async () => {
  const [, , , refused] = await sendFour()
  expect(await findingOf('na_400')).toBe('open: wacht_op_stilte')
  for (const seconds of [5, 300, 1800, 7200]) {
    later(seconds * SECOND_MS)
    expect((await send(refused)).status).toBe(400)
  }
  expect(await findingOf('na_400')).toBe('goed: liet_het_erbij')
})

test('a sender that is asked for events that it never sent is not blamed', async () => {
  await gat([])
  expect(await findingOf('gat')).toBe('open: gat_niets_ontvangen')
})

test('a failure stays until the proefdeur is restarted', async () => {
  await send(eventOf())
  await handshake()
  expect(await findingOf('handshake')).toBe('fout: zonder_toestemming')
  await restartProefdeur(ctx, code)
  await handshake()
  expect(await findingOf('handshake')).toBe('goed: toestemming_gevraagd')
})

test('a proefdeur has a limit, and is deleted after a week with its log', async () => {
  for (let count = 0; count < MAX_GEBEUREN; count += 1) await handshake()
  const refused = await send(eventOf())
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
  expect((await findProefdeuren(ctx)).map(({ naam }) => naam)).toEqual(['Zaaksysteem van een ander'])
  later(PROEFDEUR_DURATION_MS)
  expect((await handshake()).status).toBe(404)
  expect(await findProefdeuren(ctx)).toEqual([])
  later(1)
  await purge(ctx, 'proefdeur')
  expect(await ctx.db.proefdeur.count()).toBe(0)
})

test('at most twenty proefdeuren are open, and closing one is recorded with its actor', async () => {
  const [first] = await findProefdeuren(ctx)
  const { id: _, code: __, verloop: ___, ...same } = await ctx.db.proefdeur.findFirstOrThrow()
  const open = () => openProefdeur(ctx, { ...same, actor: ACTOR })
  for (let count = 1; count < 20; count += 1) expect(await open()).toMatchObject({ ok: true })
  expect(await open()).toEqual({ ok: false, reason: 'too_many' })
  await closeProefdeur(ctx, { id: first?.id ?? '', actor: ACTOR })
  expect(await open()).toMatchObject({ ok: true })
  const [, closed] = await ctx.db.auditregel.findMany({ where: { objectId: first?.id ?? '' }, orderBy: { id: 'asc' } })
  expect(closed).toMatchObject({ handeling: 'proefdeur_sluiten', actorSoort: 'beheerder' })
})

test.each(['./', 'onbekend', 'A'.repeat(22)])('there is no proefdeur at %j', async (unknown) => {
  const there = new URL(unknown, sink)
  expect((await answerProefdeur(ctx, new Request(there, { method: 'OPTIONS' }))).status).toBe(404)
})
