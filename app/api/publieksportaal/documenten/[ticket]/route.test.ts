import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openTicket, sealTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { findNieuweDocumenten } from '#lib/publieksportaal/bewijs/record-opgehaald.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { type Account, createSessie, endSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { SOURCE } from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { DOCUMENT, testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { markGezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'
import { GET, POST } from './route.ts'

const BSN = '999990342'
const SIZE = DOCUMENT.grootte
const BYTES = Buffer.alloc(SIZE, 'x')

/** Whether the zaaksysteem finds no bytes. */
let isLost = false
/** A zaaksysteem that gives the bytes of each document, or a part of them. */
const asked: IncomingMessage['headers'][] = []
const zaaksysteem = createServer(({ headers }, response) => {
  asked.push(headers)
  if (isLost) return response.writeHead(500).end('{"code":"document_lost"}')
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
  const [start, end] = [Number(first ?? 0), last ? Number(last) + 1 : SIZE]
  response.setHeader('Content-Length', end - start)
  if (first) response.setHeader('Content-Range', `bytes ${start}-${end - 1}/${SIZE}`)
  response.writeHead(first ? 206 : 200).end(BYTES.subarray(start, end))
})

let ctx: TestPublieksportaal
let secret: string
beforeAll(async () => {
  await once(zaaksysteem.listen(0, '127.0.0.1'), 'listening')
  const api = `http://127.0.0.1:${(zaaksysteem.address() as AddressInfo).port}/v1`
  ctx = await createTestPublieksportaal({
    env: { PUBLIEKSPORTAAL_BRON: SOURCE, PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: api },
  })
  secret = ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET
  // The context of the process, which the route uses.
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
})
beforeEach(async () => {
  asked.length = 0
  await ctx.db.bewijs.deleteMany()
})
afterAll(async () => {
  zaaksysteem.closeAllConnections()
  zaaksysteem.close()
  await ctx.close()
})

/** Somebody who signed in, and a zaak with a document. */
async function ready({ bsn = BSN, of = BSN, namens, zichtbaarVanaf = DOCUMENT.zichtbaarVanaf }: Partial<Given> = {}) {
  const document = { ...DOCUMENT, id: uuidv7(), zichtbaarVanaf }
  const zaak = { ...testZaak({ bsn: of, statuscodes: ['ontvangen', 'in_behandeling'] }), documenten: [document] }
  await storeZaak(ctx, zaak)
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  const { sessieId } = await createSessie(ctx, { burgerId, naam: null, ...(namens && { namens }) })
  const ticket = await sealTicket(secret, { sessieId, zaakId: zaak.uuid, documentId: document.id })
  const bewijzen = async () =>
    (await ctx.db.bewijs.findMany({ where: { zaakId: zaak.uuid }, orderBy: { id: 'asc' } })).map(
      ({ soort, gebeurtenisId, document }) => ({ soort, gebeurtenisId, document }),
    )
  const change = zaak.statussen[1]?.gebeurtenisId
  return { burgerId, sessieId, ticket, zaakId: zaak.uuid, document, bewijzen, change }
}
type Given = { bsn: string; of: string; namens: NonNullable<Account['namens']>; zichtbaarVanaf: string }

function ask(ticket: string, headers: Record<string, string> = {}) {
  return GET(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ ticket }) })
}
const location = (answer: Response) => [answer.status, answer.headers.get('Location')]

test('with a ticket, and nothing else, one gets all of it, as a file; that is on record, once, with which one it was', async () => {
  const { ticket, document, bewijzen, change, burgerId, zaakId } = await ready()
  expect(await findNieuweDocumenten(ctx, { burgerId, zaakId, namens: null })).toEqual(new Set([document.id]))
  const answer = await ask(ticket)
  expect((await answer.arrayBuffer()).byteLength).toBe(SIZE)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringContaining('attachment'),
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  })
  expect(asked).toMatchObject([{ authorization: expect.stringMatching(/^Bearer /), 'accept-encoding': 'identity' }])
  const { id, titel, sha256 } = document
  const once = [{ soort: 'document_opgehaald', gebeurtenisId: change, document: { id, titel, sha256 } }]
  expect(await bewijzen()).toEqual(once)
  await (await ask(ticket)).arrayBuffer()
  expect(await bewijzen()).toEqual(once)
  expect(await findNieuweDocumenten(ctx, { burgerId, zaakId, namens: null })).toEqual(new Set())
})

test('a part that is not the last, and what breaks off, is no bewijs; the rest of it is', async () => {
  const { ticket, bewijzen } = await ready()
  await (await ask(ticket, { Range: 'bytes=0-99' })).arrayBuffer()
  const broken = (await ask(ticket)).body?.getReader()
  await broken?.read()
  await broken?.cancel()
  expect(await bewijzen()).toEqual([])
  const rest = await ask(ticket, { Range: 'bytes=100-' })
  expect([rest.status, rest.headers.get('Content-Range')]).toEqual([206, `bytes 100-${SIZE - 1}/${SIZE}`])
  expect((await rest.arrayBuffer()).byteLength).toBe(SIZE - 100)
  expect(await bewijzen()).toMatchObject([{ soort: 'document_opgehaald' }])
})

test('what a gemachtigde fetched is told apart, and stays new to the citizen', async () => {
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, '999990408')
  const namens = { soort: 'persoon' as const, naam: null, gemachtigdeId, bedrijfId: null }
  const { ticket, bewijzen, burgerId, zaakId, document } = await ready({ namens })
  await (await ask(ticket)).arrayBuffer()
  expect(await bewijzen()).toMatchObject([{ soort: 'document_opgehaald_door_gemachtigde' }])
  expect(await findNieuweDocumenten(ctx, { burgerId, zaakId, namens: null })).toEqual(new Set([document.id]))
  expect(await findNieuweDocumenten(ctx, { burgerId, zaakId, namens: 'persoon' })).toEqual(new Set())
})

test('what came since the portal had the zaak stays new when that is looked at; what was there before is not', async () => {
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  const old = { ...DOCUMENT, id: uuidv7(), versie: 1 }
  const late = { ...DOCUMENT, id: uuidv7(), versie: 2 }
  const before = { ...testZaak({ bsn: BSN, statuscodes: ['ontvangen'] }), documenten: [old] }
  const zaakId = before.uuid
  await storeZaak(ctx, before, { alreadySeen: true })
  const nieuw = () => findNieuweDocumenten(ctx, { burgerId, zaakId, namens: null })
  expect(await nieuw()).toEqual(new Set())
  const after = testZaak({ uuid: zaakId, bsn: BSN, statuscodes: ['ontvangen', 'in_behandeling'] })
  await storeZaak(ctx, { ...after, documenten: [old, late] })
  expect(await nieuw()).toEqual(new Set([late.id]))
  expect(await markGezien(ctx, { burgerId, zaakId, namens: null, versie: 2 })).toBe(true)
  expect(await nieuw()).toEqual(new Set([late.id]))
})

test.each<[string, () => Promise<string>]>([
  [
    'of a sessie that ended',
    async () => {
      const { ticket, sessieId } = await ready()
      await endSessie(ctx, sessieId)
      return ticket
    },
  ],
  ["for another's document", async () => (await ready({ of: '999990408' })).ticket],
  ['for one that is read later', async () => (await ready({ zichtbaarVanaf: '2999-01-01' })).ticket],
  [
    'of another secret',
    async () => {
      const sealed = await openTicket(secret, (await ready()).ticket)
      return sealTicket(`${secret}!`, sealed as NonNullable<typeof sealed>)
    },
  ],
  ['that is none', async () => 'x'],
])('a ticket %s opens nothing, and the zaaksysteem is not asked', async (_, make) => {
  expect((await ask(await make())).status).toBe(404)
  expect(asked).toEqual([])
})

test('a download that goes on after two minutes goes by the link again', async () => {
  const { sessieId, zaakId, document } = await ready()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5 * 60_000 })
  const ticket = await sealTicket(secret, { sessieId, zaakId, documentId: document.id })
  vi.useRealTimers()
  expect(location(await ask(ticket, { Range: 'bytes=100-' }))).toEqual([
    303,
    `/mijn/zaken/${zaakId}/documenten/${document.id}`,
  ])
})

test('what cannot be fetched now leads back to the page, which says so', async () => {
  const { ticket, zaakId, bewijzen } = await ready()
  const api = ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API
  ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API = 'http://127.0.0.1:1/v1'
  expect(location(await ask(ticket))).toEqual([303, `/mijn/zaken/${zaakId}?document`])
  ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API = api
  isLost = true
  expect(location(await ask(ticket))).toEqual([303, `/mijn/zaken/${zaakId}?document`])
  isLost = false
  expect(await bewijzen()).toEqual([])
})

test('it is only fetched', async () => {
  const { ticket } = await ready()
  const request = new Request('http://localhost:3000/', { method: 'POST' })
  expect((await POST(request, { params: Promise.resolve({ ticket }) })).status).toBe(405)
})
