import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Contentmodus, type Credentialtype, fits } from '#lib/contract/abonnement-resource.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { overloadedResponse } from '#lib/platform/http/problem-json.ts'
import { subscribePortal } from '#lib/publieksportaal/abonnement/subscribe-portal.ts'
import { findBewijsOfZaak } from '#lib/publieksportaal/bewijs/find-bewijs-of-zaak.ts'
import { sendBewijzen } from '#lib/publieksportaal/bewijs/send-bewijzen.ts'
import { findInzendingen, findOpenVerzoek } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { sendInzendingen } from '#lib/publieksportaal/inzending/send-inzendingen.ts'
import { askVraag, reportAanvullingen, requestIntrekking } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'
import { processOphaalopdrachten } from '#lib/publieksportaal/sync/process-ophaalopdrachten.ts'
import { fetchDoorlooptijden, findDoorlooptijd } from '#lib/publieksportaal/sync/zaaksysteem-api.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import { markGezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { exportBewijs } from '#lib/zaaksysteem/bewijs/export-bewijs.ts'
import { runWorker } from '#lib/zaaksysteem/bezorging/run-worker.ts'
import { LEAST_ZAKEN, measureDoorlooptijden } from '#lib/zaaksysteem/doorlooptijd/measure-doorlooptijden.ts'
import { answerApi } from '#lib/zaaksysteem/openapi/operations.ts'
import { sendProefbericht } from '#lib/zaaksysteem/proefbericht/send-proefbericht.ts'
import { ensureSleutels } from '#lib/zaaksysteem/signing/signing-keys.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { findZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { requestAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { declineIntrekking } from '#lib/zaaksysteem/zaak/handelingen/intrekking/decline-intrekking.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { answerVraag } from '#lib/zaaksysteem/zaak/handelingen/vraag/answer-vraag.ts'
import { LEZER, registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'

// Both systems on one server. Every combination of method and content mode must work end to end.

let aheadMs = 0
const clock = () => new Date(Date.now() + aheadMs)
let zaaksysteem: TestZaaksysteem
let portal: TestPublieksportaal
let server: Server
let base: string
const worker = new AbortController()
let working: Promise<void>
/** runs before and after the response of each request between the systems that is no bezorging */
let meanwhile: (request: Request) => Promise<unknown> = async () => {}
/** true while the zaaksysteem is unavailable to the portal */
let isAway = false
/** statuses of the webhook's answers to bezorgingen */
const statuses: number[] = []
const answered = new EventEmitter()

beforeAll(async () => {
  server = createServer((request, response) => void serve(request, response)).listen(0, 'localhost')
  await once(server, 'listening')
  base = `http://localhost:${(server.address() as AddressInfo).port}`
  zaaksysteem = await createTestZaaksysteem({ clock, env: { ZAAKSYSTEEM_URL: base } })
  // Made beforehand, because making an RSA key on a busy machine takes longer than the portal's timeout.
  await ensureSleutels(zaaksysteem)
  portal = await createTestPublieksportaal({
    clock,
    env: {
      PUBLIEKSPORTAAL_URL: base,
      PUBLIEKSPORTAAL_BRON_JWKS_URL: `${base}/api/zaaksysteem/jwks.json`,
      PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: `${base}/api/zaaksysteem/v1`,
      PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: zaaksysteem.apiToken,
    },
  })
  working = runWorker(zaaksysteem, { signal: worker.signal })
})
beforeEach(() => {
  statuses.length = 0
})
afterAll(async () => {
  worker.abort()
  await working
  server.closeAllConnections()
  server.close()
  await Promise.all([zaaksysteem.close(), portal.close()])
})

async function serve(message: IncomingMessage, response: ServerResponse) {
  const body = Buffer.concat(await message.toArray())
  const { method = '', url = '' } = message
  const headers = new Headers(message.headers as Record<string, string>)
  const request = new Request(`${base}${url}`, {
    method,
    headers,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
  const answer = await route(request)
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}

async function route(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const [, , system] = pathname.split('/')
  if (system === 'publieksportaal' && request.method === 'POST') {
    const answer = await handleWebhook(portal, request)
    statuses.push(answer.status)
    answered.emit('bezorging')
    return answer
  }
  await meanwhile(request)
  const answer = await (system === 'publieksportaal' ? handleWebhook(portal, request) : handleApi(request))
  await meanwhile(request)
  return answer
}

/** The paths to which the portal reports. */
const REPORTS = /\/(?:inzendingen|bewijzen)$/

async function handleApi(request: Request): Promise<Response> {
  if (isAway && REPORTS.test(new URL(request.url).pathname)) return overloadedResponse()
  return answerApi(zaaksysteem, request)
}

const subscribe = (wishes: {
  credentialtype?: Credentialtype
  contentmodus?: Contentmodus
  vernieuwGeheim?: boolean
}) => subscribePortal(portal, wishes)

/** Waits until the portal has as many events as the zaaksysteem. */
async function allArrived() {
  const sent = await zaaksysteem.db.gebeurtenis.count()
  for (;;) {
    // Listens first, so that an event during the count is not missed.
    const next = once(answered, 'bezorging')
    if ((await portal.db.ontvangenGebeurtenis.count()) >= sent) return
    await next
  }
}
const newestArrival = () => portal.db.ontvangenGebeurtenis.findFirst({ orderBy: { sequence: 'desc' } })

const WAYS = (['JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const).flatMap(
  (credentialtype) =>
    (['structured', 'binary', 'batch'] as const)
      .filter((contentmodus) => fits({ credentialtype, contentmodus }))
      .map((contentmodus) => [credentialtype, contentmodus] as const),
)

test.each(WAYS)(
  '%s in mode %s: the subscription succeeds and every event arrives',
  async (credentialtype, contentmodus) => {
    expect(await subscribe({ credentialtype, contentmodus })).toMatchObject({ ok: true, credentialtype, contentmodus })
    await Promise.all([registerTestZaak(zaaksysteem), registerTestZaak(zaaksysteem), registerTestZaak(zaaksysteem)])
    await allArrived()
    expect(new Set(statuses)).toEqual(new Set([204]))
    expect(await newestArrival()).toMatchObject({ credentialtype })
  },
)

test('changing the method and the secret with events in flight loses and refuses no event', async () => {
  // Makes exactly one change per request: concurrent changes would make the test depend on the machine's
  // speed.
  meanwhile = () => registerTestZaak(zaaksysteem)
  for (const credentialtype of ['JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'ACCESSTOKEN'] as const) {
    expect(await subscribe({ credentialtype })).toMatchObject({ ok: true, credentialtype })
  }
  expect(await subscribe({ vernieuwGeheim: true })).toMatchObject({ ok: true, credentialtype: 'ACCESSTOKEN' })
  meanwhile = async () => {}
  // Makes the retries due.
  aheadMs = HOUR_MS
  await allArrived()
  expect(statuses.filter((status) => status !== 204 && status !== 503)).toEqual([])
})

test('the desk shows what the citizen saw while the zaaksysteem was unavailable', async () => {
  expect(await subscribe({})).toMatchObject({ ok: true })
  const { id: zaakId, change } = await registerTestZaak(zaaksysteem)
  await changeStatus(zaaksysteem, {
    ...change,
    versie: 1,
    statustype: 'in_behandeling',
    toelichting: 'Wij kijken ernaar.',
  })
  await allArrived()
  for (let more = true; more; ) ({ more } = await processOphaalopdrachten(portal))
  const zaak = await portal.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  const seen = async () =>
    (await findZaakDetail(zaaksysteem, zaakId, { lezer: LEZER }))?.history.map(({ bewijzen }) => bewijzen)
  expect(await seen()).toEqual([[], []])

  const seenOp = clock()
  await markGezien(
    { ...portal, clock: () => seenOp },
    { burgerId: zaak.burgerId, namens: null, zaakId, versie: zaak.versie },
  )
  isAway = true
  await sendBewijzen(portal)
  isAway = false
  expect(await seen()).toEqual([[], []])
  aheadMs += HOUR_MS
  await sendBewijzen(portal)
  const gezien = [{ soort: 'gezien', op: seenOp }]
  expect(await seen()).toEqual([gezien, gezien])
  expect(await portal.db.bewijs.count({ where: { volgendePoging: { not: null } } })).toBe(0)
})

test("one trace id links an act at the desk, the citizen's page, and the bewijs that the beheerder downloads", async () => {
  expect(await subscribe({})).toMatchObject({ ok: true })
  const { id: zaakId, change, behandelaarId } = await registerTestZaak(zaaksysteem)
  const traceId = randomBytes(16).toString('hex')
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
  await changeStatus(zaaksysteem, { ...change, versie: 1, statustype: 'in_behandeling', traceparent })
  await allArrived()
  for (let more = true; more; ) ({ more } = await processOphaalopdrachten(portal))
  const { burgerId } = await portal.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  await markGezien({ ...portal, clock }, { burgerId, namens: null, zaakId, versie: 2 })
  await sendBewijzen(portal)

  const bewijs = await findBewijsOfZaak(portal, { burgerId, zaakId })
  expect(bewijs?.wijzigingen.at(-1)).toMatchObject({
    versie: 2,
    traceId,
    ontvangenOp: expect.any(Date),
    isOpgehaald: false,
    bewijzen: [{ soort: 'gezien', gemeldOp: expect.any(Date) }],
  })
  const actor = { soort: 'behandelaar', id: behandelaarId, traceparent } as const
  async function ofTrace() {
    const bestand = await exportBewijs(zaaksysteem, { zaakId, form: 'jsonl', lezer: LEZER, actor })
    const regels = (bestand ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    return regels.filter(({ trace_id }) => trace_id === traceId).map(({ versie, feit }) => [versie, feit])
  }
  // the worker records a bezorging after its response
  await expect.poll(ofTrace).toEqual([
    [2, 'vastgelegd'],
    [2, 'bezorgd'],
    [2, 'gezien'],
  ])
})

test('a reported aanvulling arrives after the zaaksysteem was unavailable, and the term resumes', async () => {
  expect(await subscribe({})).toMatchObject({ ok: true })
  const { id: zaakId, change } = await registerTestZaak(zaaksysteem)
  const today = dateInAmsterdam(clock())
  const aanvullingen = [{ naam: 'Plattegrond' }, { naam: 'Foto' }]
  const uiterlijk = addToDate(today, 'P14D')
  expect(await requestAanvulling(zaaksysteem, { ...change, versie: 1, uiterlijk, aanvullingen })).toMatchObject({
    ok: true,
  })
  await allArrived()
  for (let more = true; more; ) ({ more } = await processOphaalopdrachten(portal))
  const { burgerId } = await portal.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  const zaak = await findZaakOfBurger(portal, { burgerId, zaakId })
  const [plattegrond = '', foto = ''] = zaak?.aanvullingen.map(({ id }) => id ?? '') ?? []
  const report = (id: string) =>
    reportAanvullingen(portal, { burgerId, gemachtigdeId: null, zaakId, versie: 2, aanvullingen: [id] })
  const gemeld = async () =>
    (await findZaakDetail(zaaksysteem, zaakId, { lezer: LEZER }))?.inzendingen.map(({ kenmerk }) => kenmerk)

  const first = await report(plattegrond)
  await sendInzendingen(portal)
  expect(await gemeld()).toEqual([])
  // past the bedenktijd, in which it can be taken back
  aheadMs += HOUR_MS
  isAway = true
  await sendInzendingen(portal)
  isAway = false
  expect(await gemeld()).toEqual([])
  aheadMs += HOUR_MS
  await sendInzendingen(portal)
  expect(await gemeld()).toEqual([first.ok && first.nummer])
  expect(await zaaksysteem.db.zaak.findUnique({ where: { id: zaakId } })).toMatchObject({ opschorting: 'aanvulling' })

  await report(foto)
  aheadMs += HOUR_MS
  await sendInzendingen(portal)
  expect(await gemeld()).toHaveLength(2)
  await allArrived()
  for (let more = true; more; ) ({ more } = await processOphaalopdrachten(portal))
  expect(await findZaakOfBurger(portal, { burgerId, zaakId })).toMatchObject({ versie: 3, opschorting: null })
  const uitkomsten = (await findInzendingen(portal, { burgerId, zaakId })).map(({ uitkomst }) => uitkomst)
  expect(uitkomsten).toEqual(['recorded', 'received'])
})

test('a request to withdraw reaches the desk, and the reason to decline it reaches the citizen', async () => {
  expect(await subscribe({})).toMatchObject({ ok: true })
  const { id: zaakId, change } = await registerTestZaak(zaaksysteem)
  await allArrived()
  for (let more = true; more; ) ({ more } = await processOphaalopdrachten(portal))
  const { burgerId } = await portal.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  const asked = await requestIntrekking(portal, { burgerId, gemachtigdeId: null, zaakId, versie: 1 })
  await sendInzendingen(portal)
  const atDesk = async () => (await findZaakDetail(zaaksysteem, zaakId, { lezer: LEZER }))?.inzendingen
  expect(await atDesk()).toMatchObject([{ soort: 'intrekking', kenmerk: asked.ok && asked.nummer }])

  const toelichting = 'De buren wachten op het besluit.'
  expect(await declineIntrekking(zaaksysteem, { ...change, versie: 1, toelichting })).toMatchObject({ ok: true })
  await allArrived()
  for (let more = true; more; ) ({ more } = await processOphaalopdrachten(portal))
  const zaak = await findZaakOfBurger(portal, { burgerId, zaakId })
  expect(zaak).toMatchObject({
    versie: 2,
    statussen: [{}, { soort: 'intrekking_afgewezen', statustoelichting: toelichting }],
  })
  const inzendingen = await findInzendingen(portal, { burgerId, zaakId })
  expect(inzendingen).toMatchObject([{ uitkomst: 'recorded' }])
  expect(zaak && findOpenVerzoek('intrekking', zaak, inzendingen)).toBeUndefined()
})

test('a question reaches the desk, and its answer reaches the citizen', async () => {
  expect(await subscribe({})).toMatchObject({ ok: true })
  const { id: zaakId, change } = await registerTestZaak(zaaksysteem)
  await allArrived()
  for (let more = true; more; ) ({ more } = await processOphaalopdrachten(portal))
  const { burgerId } = await portal.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  await askVraag(portal, { burgerId, gemachtigdeId: null, zaakId, tekst: 'Wanneer komt u kijken?' })
  await sendInzendingen(portal)
  const detail = await findZaakDetail(zaaksysteem, zaakId, { lezer: LEZER })
  expect(detail?.inzendingen).toMatchObject([{ soort: 'vraag', tekst: 'Wanneer komt u kijken?' }])

  const toelichting = 'Dinsdag, tussen negen en twaalf uur.'
  expect(await answerVraag(zaaksysteem, { ...change, versie: 1, toelichting })).toMatchObject({ ok: true })
  await allArrived()
  for (let more = true; more; ) ({ more } = await processOphaalopdrachten(portal))
  const zaak = await findZaakOfBurger(portal, { burgerId, zaakId })
  expect(zaak).toMatchObject({
    versie: 2,
    statussen: [{}, { soort: 'vraag_beantwoord', statustoelichting: toelichting }],
  })
  expect(zaak && findOpenVerzoek('vraag', zaak, await findInzendingen(portal, { burgerId, zaakId }))).toBeUndefined()
})

test('the portal fetches the doorlooptijd of closed zaken, which adds no event', async () => {
  expect(await subscribe({})).toMatchObject({ ok: true })
  const zaken = await Promise.all(Array.from({ length: LEAST_ZAKEN }, () => registerTestZaak(zaaksysteem)))
  await Promise.all(
    zaken.map(({ change }) =>
      changeStatus(zaaksysteem, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' }),
    ),
  )
  await allArrived()
  const sent = await zaaksysteem.db.gebeurtenis.count()
  expect(await findDoorlooptijd(portal, 'APV-STAND')).toBeNull()
  await measureDoorlooptijden(zaaksysteem)
  await fetchDoorlooptijden(portal)
  const weken = { aantal: LEAST_ZAKEN, helftBinnenWeken: 1, negenVanTienBinnenWeken: 1 }
  expect(await findDoorlooptijd(portal, 'APV-STAND')).toEqual(weken)
  expect(await zaaksysteem.db.gebeurtenis.count()).toBe(sent)
})

test.each(WAYS)(
  'a proefbericht by %s in mode %s is verified, accepted, and changes nothing',
  async (credentialtype, contentmodus) => {
    // Registers anew, because the number of proefberichten per abonnement is limited.
    await zaaksysteem.db.abonnement.deleteMany()
    expect(await subscribe({ credentialtype, contentmodus })).toMatchObject({ ok: true })
    const { id } = await zaaksysteem.db.abonnement.findFirstOrThrow()
    const count = () =>
      Promise.all([
        portal.db.ontvangenGebeurtenis.count(),
        portal.db.ophaalopdracht.count(),
        portal.db.afwijzing.count(),
        zaaksysteem.db.bezorging.count(),
      ])
    const before = await count()
    for (const type of [EVENT_TYPES.statuswijziging, EVENT_TYPES.verwijdering, EVENT_TYPES.registratie]) {
      expect(await sendProefbericht(zaaksysteem, { id, actor: OPDRACHTREGEL, type })).toMatchObject({
        ok: true,
        resultaat: { httpStatus: 204, foutsoort: null },
      })
    }
    expect(await count()).toEqual(before)
  },
)

// Last, because any later subscription would start with all of these zaken.
test('all zaken are loaded, also while a full page of zaken is registered during each page', async () => {
  const PAGE = 100
  async function registerPage() {
    for (let count = 0; count < PAGE; count += 5) {
      await Promise.all(Array.from({ length: 5 }, () => registerTestZaak(zaaksysteem)))
    }
  }
  await registerPage()
  const present = await zaaksysteem.db.zaak.count()
  const pages = new Set<string>()
  meanwhile = async ({ url }) => {
    if (!new URL(url).pathname.endsWith('/zaken') || pages.has(url)) return
    pages.add(url)
    await registerPage()
  }
  expect(await subscribe({})).toMatchObject({ ok: true })
  meanwhile = async () => {}
  // Zaken registered before the first response are among those that it begins with.
  expect(pages.size).toBe(Math.ceil((present + PAGE) / PAGE))
  await allArrived()
}, 180_000)
