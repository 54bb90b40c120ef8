import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { openTicket, sealTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { findNieuweDocumenten } from '#lib/publieksportaal/bewijs/record-opgehaald.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { type Account, createSessie, endSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { SOURCE } from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { DOCUMENT, testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { markGezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'
import { GET, HEAD, POST } from './route.ts'

const BSN = '999990342'
const SIZE = DOCUMENT.grootte
const BYTES = Buffer.alloc(SIZE, 'x')

/** The error status of the fake zaaksysteem. */
let failure: number | undefined
/** A fake zaaksysteem that returns the bytes of each document, or a range. */
const asked: IncomingMessage['headers'][] = []
const methods: (string | undefined)[] = []
const zaaksysteem = createServer(({ method, headers }, response) => {
  asked.push(headers)
  methods.push(method)
  if (failure) return response.writeHead(failure).end('{"code":"document_lost"}')
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? []
  const [start, end] = first === '' ? [SIZE - Number(last), SIZE] : [Number(first ?? 0), last ? Number(last) + 1 : SIZE]
  response.setHeader('Content-Length', end - start)
  if (first !== undefined) response.setHeader('Content-Range', `bytes ${start}-${end - 1}/${SIZE}`)
  response.writeHead(first !== undefined ? 206 : 200)
  // in two chunks, as a large document arrives
  const middle = (start + end) >> 1
  response.write(BYTES.subarray(start, middle), () => response.end(BYTES.subarray(middle, end)))
})

await once(zaaksysteem.listen(0, '127.0.0.1'), 'listening')
const api = `http://127.0.0.1:${(zaaksysteem.address() as AddressInfo).port}/v1`
const ctx = await createTestPublieksportaal({
  env: { PUBLIEKSPORTAAL_BRON: SOURCE, PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: api },
})
const secret = ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET
// The context of the process, which the route uses.
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
beforeEach(async () => {
  asked.length = methods.length = 0
  await ctx.db.bewijs.deleteMany()
})
afterAll(async () => {
  zaaksysteem.closeAllConnections()
  zaaksysteem.close()
  await ctx.close()
})

/** Signs somebody in, and stores a zaak with a document. */
async function ready({ bsn = BSN, of = BSN, namens, zichtbaarVanaf = DOCUMENT.zichtbaarVanaf }: Partial<Given> = {}) {
  const document = { ...DOCUMENT, id: uuidv7(), zichtbaarVanaf }
  const zaak = { ...testZaak({ bsn: of, statuscodes: ['ontvangen', 'in_behandeling'] }), documenten: [document] }
  await storeZaak(ctx, zaak)
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  const { sessieId } = await createSessie(ctx, { burgerId, naam: null, ...(namens && { namens }) })
  const ticket = await sealTicket(secret, { wie: burgerId, sessieId, zaakId: zaak.uuid, documentId: document.id })
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

test('a ticket alone gives the whole file, and records that once, with the person and the document', async () => {
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

test('a range before the end, or an interrupted download, is no bewijs; the rest of the bytes completes it', async () => {
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

test.each<[string, string[]]>([
  ['its last byte', ['bytes=-1']],
  ['the same half twice', ['bytes=0-149999', 'bytes=0-149999']],
  ['both ends, without a byte between them', ['bytes=0-100', `bytes=102-${SIZE - 1}`]],
  ['as many bytes as it has, some of them twice', ['bytes=0-39999', `bytes=0-${SIZE - 40_001}`]],
])('%s is no bewijs', async (_, ranges) => {
  const { ticket, bewijzen } = await ready()
  for (const Range of ranges) await (await ask(ticket, { Range })).arrayBuffer()
  expect(await bewijzen()).toEqual([])
})

test('overlapping ranges in any order, by any ticket of the sessie, are a bewijs once they are complete', async () => {
  const { ticket, burgerId, sessieId, zaakId, document, bewijzen } = await ready()
  const other = await sealTicket(secret, { wie: burgerId, sessieId, zaakId, documentId: document.id })
  for (const Range of ['bytes=40000-', 'bytes=0-10', 'bytes=5-19999'])
    await (await ask(ticket, { Range })).arrayBuffer()
  expect(await bewijzen()).toEqual([])
  await (await ask(other, { Range: 'bytes=20000-40000' })).arrayBuffer()
  expect(await bewijzen()).toMatchObject([{ soort: 'document_opgehaald' }])
})

test('ranges of two sessies are not combined, because each received only a part', async () => {
  const { ticket, zaakId, document, bewijzen, burgerId } = await ready()
  await (await ask(ticket, { Range: 'bytes=0-9999' })).arrayBuffer()
  const { sessieId } = await createSessie(ctx, { burgerId, naam: null })
  const other = await sealTicket(secret, { wie: burgerId, sessieId, zaakId, documentId: document.id })
  await (await ask(other, { Range: 'bytes=10000-' })).arrayBuffer()
  expect(await bewijzen()).toEqual([])
})

test('an interrupted download counts the bytes taken, and the rest completes it', async () => {
  const { ticket, bewijzen } = await ready()
  const reader = (await ask(ticket)).body?.getReader()
  const { value: first } = (await reader?.read()) ?? {}
  // reading the next chunk proves that the previous one was taken
  await reader?.read()
  await reader?.cancel()
  const taken = first?.byteLength as number
  await (await ask(ticket, { Range: `bytes=${taken + 1}-` })).arrayBuffer()
  expect(await bewijzen()).toEqual([])
  await (await ask(ticket, { Range: `bytes=${taken}-${taken}` })).arrayBuffer()
  expect(await bewijzen()).toMatchObject([{ soort: 'document_opgehaald' }])
})

test('many separate ranges are stored up to a limit, and one whole download is still a bewijs', async () => {
  const { ticket, sessieId, bewijzen } = await ready()
  for (let byte = 0; byte < 600; byte += 2) await (await ask(ticket, { Range: `bytes=${byte}-${byte}` })).arrayBuffer()
  const { rows } = await ctx.pool.query('select pg_column_size(delen) as bytes from ophaling where sessie_id = $1', [
    sessieId,
  ])
  expect(rows[0].bytes).toBeGreaterThan(1_000)
  expect(rows[0].bytes).toBeLessThan(5_000)
  await (await ask(ticket)).arrayBuffer()
  expect(await bewijzen()).toMatchObject([{ soort: 'document_opgehaald' }])
})

test('HEAD answers as GET does, requests no bytes and is no bewijs', async () => {
  const { ticket, bewijzen } = await ready()
  const request = (method: string) => new Request('http://localhost:3000/?toon', { method })
  const params = Promise.resolve({ ticket })
  const told = await HEAD(request('HEAD'), { params })
  expect([told.status, told.body, await bewijzen()]).toEqual([200, null, []])
  expect(methods).toEqual(['HEAD'])
  const given = await GET(request('GET'), { params })
  expect(Object.fromEntries(told.headers)).toEqual(Object.fromEntries(given.headers))
  expect(told.headers.get('Content-Length')).toBe(String(SIZE))
  await given.arrayBuffer()
  expect((await HEAD(request('HEAD'), { params: Promise.resolve({ ticket: 'x' }) })).status).toBe(404)
})

test('a document shown in the browser has the file name that it is saved by', async () => {
  const { ticket } = await ready()
  const shown = await GET(new Request('http://localhost:3000/?toon'), { params: Promise.resolve({ ticket }) })
  expect(shown.headers.get('Content-Disposition')).toContain(`inline; filename="${DOCUMENT.titel}.pdf"`)
  await shown.body?.cancel()
})

test('a download by a gemachtigde is recorded apart, and the document stays new to the citizen', async () => {
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, '999990408')
  const namens = { soort: 'persoon' as const, naam: null, gemachtigdeId, bedrijfId: null }
  const { ticket, bewijzen, burgerId, zaakId, document } = await ready({ namens })
  await (await ask(ticket)).arrayBuffer()
  expect(await bewijzen()).toMatchObject([{ soort: 'document_opgehaald_door_gemachtigde' }])
  expect(await findNieuweDocumenten(ctx, { burgerId, zaakId, namens: null })).toEqual(new Set([document.id]))
  expect(await findNieuweDocumenten(ctx, { burgerId, zaakId, namens: 'persoon' })).toEqual(new Set())
})

test('a look marks only the documents that the zaak had in the portal as seen', async () => {
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
  ['for a document that is not readable yet', async () => (await ready({ zichtbaarVanaf: '2999-01-01' })).ticket],
  [
    'of another secret',
    async () => {
      const sealed = await openTicket(secret, (await ready()).ticket)
      return sealTicket(`${secret}!`, sealed as NonNullable<typeof sealed>)
    },
  ],
  ['that is none', async () => 'x'],
])('a ticket %s is a 404, and the zaaksysteem is not called', async (_, make) => {
  expect((await ask(await make())).status).toBe(404)
  expect(asked).toEqual([])
})

test('a download resumed after two minutes goes through the link again', async () => {
  const { burgerId, sessieId, zaakId, document } = await ready()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5 * 60_000 })
  const ticket = await sealTicket(secret, { wie: burgerId, sessieId, zaakId, documentId: document.id })
  vi.useRealTimers()
  expect(location(await ask(ticket, { Range: 'bytes=100-' }))).toEqual([
    303,
    `/mijn/zaken/${zaakId}/documenten/${document.id}`,
  ])
})

test('a document that cannot be fetched now redirects to the page, which says so', async () => {
  const { ticket, zaakId, bewijzen } = await ready()
  const api = ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API
  ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API = 'http://127.0.0.1:1/v1'
  expect(location(await ask(ticket))).toEqual([303, `/mijn/zaken/${zaakId}?document`])
  ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API = api
  for (failure of [500, 503]) {
    expect(location(await ask(ticket))).toEqual([303, `/mijn/zaken/${zaakId}?document`])
  }
  failure = undefined
  expect(await bewijzen()).toEqual([])
})

test('other methods are refused', async () => {
  const { ticket } = await ready()
  const request = new Request('http://localhost:3000/', { method: 'POST' })
  expect((await POST(request, { params: Promise.resolve({ ticket }) })).status).toBe(405)
})
