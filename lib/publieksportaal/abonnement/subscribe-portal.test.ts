import { expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { SINK } from '../test-bron.ts'
import { testZaak } from '../test-zaak.ts'
import { subscribePortal } from './subscribe-portal.ts'
import { abonnement, ID, portalToSubscribe, TOKEN } from './test-subscription.ts'

const portal = portalToSubscribe()
const { subscribe, serveAbonnement } = portal

test('registers, waits for the handshake, then loads every page with the given token', async () => {
  const [one, two, three] = [testZaak(), testZaak(), testZaak()]
  serveAbonnement(['wacht_op_toestemming', 'actief'])
  portal.bron.answers.set('GET /v1/zaken?limiet=100', () => ({
    status: 200,
    body: { zaken: [one, two], volgende: two.uuid },
  }))
  portal.bron.answers.set(`GET /v1/zaken?limiet=100&na=${two.uuid}`, () => ({
    status: 200,
    body: { zaken: [three], volgende: null },
  }))

  expect(await subscribe()).toEqual({
    ok: true,
    abonnementId: ID,
    zaken: 3,
    credentialtype: 'JWT',
    contentmodus: 'structured',
  })

  const [registration] = portal.bron.requests
  expect(JSON.parse(registration?.body ?? '')).toEqual({
    protocol: 'HTTP',
    sink: SINK,
    naam: 'Publieksportaal',
    types: Object.values(EVENT_TYPES),
    sinkcredential: { credentialtype: 'JWT' },
    config: { contentmodus: 'structured' },
  })
  expect(new Set(portal.bron.requests.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]))
  expect(portal.bron.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /v1/abonnementen',
    `GET /v1/abonnementen/${ID}`,
    `GET /v1/abonnementen/${ID}`,
    'GET /v1/gebeurtenissen?vanaf=2147483647&limiet=1',
    'GET /v1/zaken?limiet=100',
    `GET /v1/zaken?limiet=100&na=${two.uuid}`,
  ])
  const stored = await portal.ctx.db.zaak.findMany()
  expect(stored.map(({ versie, gezienVersie }) => gezienVersie === versie)).toEqual([true, true, true])
})

test("a fresh load covers the earlier events: gaps count from the bron's position at that time", async () => {
  serveAbonnement(['actief'])
  portal.bron.answers.set('GET /v1/gebeurtenissen', () => ({
    status: 200,
    body: [],
    headers: { 'Hoogste-Sequence': '41' },
  }))
  expect(await subscribe()).toMatchObject({ ok: true })
  expect(await portal.ctx.db.bron.findFirst()).toMatchObject({ bijTotSequence: 41 })
})

test('nothing is loaded from a zaaksysteem that cannot report its position', async () => {
  serveAbonnement(['actief'])
  for (const headers of [{}, { 'Hoogste-Sequence': 'x' }] as Record<string, string>[]) {
    portal.bron.answers.set('GET /v1/gebeurtenissen', () => ({ status: 200, body: [], headers }))
    expect(await subscribe()).toEqual({ ok: false, reason: 'invalid_answer' })
  }
  expect(portal.bron.requests.some(({ url }) => url.startsWith('/v1/zaken'))).toBe(false)
  expect(await portal.ctx.db.bron.findFirst()).toMatchObject({ bijTotSequence: null })
})

test('a failed handshake returns its reason, and nothing is loaded', async () => {
  serveAbonnement(['geweigerd'])
  expect(await subscribe()).toEqual({ ok: false, reason: 'geweigerd', foutcode: 'geen_toestemming' })
  expect(portal.bron.requests.some(({ url }) => url.startsWith('/v1/zaken'))).toBe(false)
})

test.each(['http://127.0.0.1:1/elders', '/elders', '/v1/../geheim', ''])(
  'the token is not sent to Location "%s"',
  async (location) => {
    serveAbonnement(['actief'], { location })
    expect(await subscribe()).toEqual({ ok: false, reason: 'invalid_answer' })
    expect(portal.bron.requests).toHaveLength(1)
  },
)

test('a refusal and an unreachable zaaksysteem are returned as values', async () => {
  portal.bron.answers.set('POST /v1/abonnementen', () => ({ status: 401 }))
  expect(await subscribe()).toEqual({ ok: false, reason: 'refused', httpStatus: 401 })
  const away = { ...portal.ctx, env: { ...portal.ctx.env, PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: 'http://127.0.0.1:1/v1' } }
  expect(await subscribePortal(away, {})).toEqual({ ok: false, reason: 'unreachable' })
})

test('loading ends when the pages form a cycle', async () => {
  const zaak = testZaak()
  serveAbonnement(['actief'])
  portal.bron.answers.set('GET /v1/zaken', () => ({ status: 200, body: { zaken: [zaak], volgende: zaak.uuid } }))
  expect(await subscribe()).toEqual({ ok: false, reason: 'invalid_answer' })
})

const wijzen = async () =>
  (await portal.ctx.db.bezorgwijze.findMany({ orderBy: { credentialtype: 'asc' } })).map(
    ({ credentialtype, contentmodus, geldigTot }) => [credentialtype, contentmodus, geldigTot === null],
  )

test('changing the method accepts both, then ends the old one', async () => {
  serveAbonnement(['actief'])
  await subscribe()
  portal.bron.answers.set('POST /v1/abonnementen', async () => {
    expect(await wijzen()).toEqual([
      ['JWT', 'structured', true],
      ['NLGOVADR', 'batch', true],
    ])
    return { status: 201, body: abonnement('actief'), headers: { location: `/v1/abonnementen/${ID}` } }
  })
  expect(await subscribe({ credentialtype: 'NLGOVADR', contentmodus: 'batch' })).toMatchObject({ ok: true })
  expect(await wijzen()).toEqual([
    ['JWT', 'structured', false],
    ['NLGOVADR', 'batch', true],
  ])
})

test('a method that the zaaksysteem refuses is withdrawn; after an unclear response it stays accepted', async () => {
  serveAbonnement(['actief'])
  await subscribe()
  portal.bron.answers.set('POST /v1/abonnementen', () => ({ status: 400 }))
  expect(await subscribe({ credentialtype: 'NLGOVADR' })).toEqual({ ok: false, reason: 'refused', httpStatus: 400 })
  expect(await wijzen()).toEqual([['JWT', 'structured', true]])

  portal.bron.answers.set('POST /v1/abonnementen', () => ({ status: 201, body: 'geen antwoord' }))
  expect(await subscribe({ credentialtype: 'NLGOVADR' })).toEqual({ ok: false, reason: 'invalid_answer' })
  expect(await wijzen()).toEqual([
    ['JWT', 'structured', true],
    ['NLGOVADR', 'structured', true],
  ])
})

test('binary mode is not requested with a method that does not prove headers', async () => {
  expect(await subscribe({ credentialtype: 'JWT', contentmodus: 'binary' })).toEqual({
    ok: false,
    reason: 'modus_not_proven',
  })
  expect(portal.bron.requests).toEqual([])
  expect(await wijzen()).toEqual([])
})
