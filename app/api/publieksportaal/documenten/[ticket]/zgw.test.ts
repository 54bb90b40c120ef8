import { afterAll, beforeEach, expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { sealTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { createSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { createTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { NOW, startTestRegistratie } from '#lib/publieksportaal/zgw/test-registratie.ts'
import { GET } from './route.ts'

const BSN = '999990342'

const registratie = await startTestRegistratie()
const log = createLogger('test', { write() {} }, 'silent')
const ctx = await createTestPublieksportaal({ env: registratie.env, clock: () => NOW, log })
// The context of the process, which the route uses.
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
beforeEach(() => registratie.clear())
afterAll(async () => {
  await ctx.close()
  await registratie.close()
})

/** Requests a letter in the registratie as this citizen, for a zaak of `of`. */
async function ask({ of = BSN, headers = {} }: { of?: string; headers?: Record<string, string> } = {}) {
  const zaak = testZaak({ bsn: of })
  await storeZaak(ctx, zaak)
  registratie.zaak.identificatie = zaak.identificatie
  const documentId = registratie.add({ bestandsnaam: 'besluit.pdf' })
  const { id: burgerId } = await findOrCreateBurger(ctx, BSN)
  const { sessieId } = await createSessie(ctx, { burgerId, naam: null })
  const given = { wie: burgerId, sessieId, zaakId: zaak.uuid, documentId }
  const ticket = await sealTicket(ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, given)
  const get = () => GET(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ ticket }) })
  return { documentId, get, pagina: `/mijn/zaken/${zaak.uuid}?document` }
}
const download = (id: string) => `/documenten/api/v1/enkelvoudiginformatieobjecten/${id}/download`

test('a document of the registratie is served as any other file, whatever Content-Disposition it has', async () => {
  const { documentId, get } = await ask()
  registratie.answers.set(download(documentId), () => ({
    status: 200,
    body: Buffer.from('%PDF-1.7'),
    headers: {
      'Content-Type': 'text/html',
      'Content-Disposition': 'inline; filename="x.html"',
      'Content-Security-Policy': 'sandbox allow-scripts',
      'Set-Cookie': 'sessie=1',
    },
  }))
  const answer = await get()
  expect([answer.status, await answer.text()]).toEqual([200, '%PDF-1.7'])
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringContaining('attachment; filename="besluit.pdf"'),
    'content-security-policy': expect.stringMatching(/^default-src 'none'; sandbox;/),
    'x-content-type-options': 'nosniff',
  })
  expect(answer.headers.has('Set-Cookie')).toBe(false)
})

test('the requested range is the range that is returned', async () => {
  const { documentId, get } = await ask({ headers: { Range: 'bytes=0-3' } })
  registratie.answers.set(download(documentId), ({ headers }) => ({
    status: 206,
    body: Buffer.from('%PDF'),
    headers: { 'Content-Range': headers.range?.replace('=', ' ').concat('/8') ?? '' },
  }))
  const answer = await get()
  expect([answer.status, answer.headers.get('Content-Range'), await answer.text()]).toEqual([
    206,
    'bytes 0-3/8',
    '%PDF',
  ])
})

test('an unreadable document is a 404, and one that cannot be fetched redirects to the page', async () => {
  const { documentId, get, pagina } = await ask()
  const back = async () => {
    const { status, headers } = await get()
    return [status, headers.get('Location')]
  }
  registratie.answers.set(download(documentId), () => ({ status: 500 }))
  expect(await back()).toEqual([303, pagina])
  registratie.answers.set('/zaken/api/v1/zaken', () => ({ status: 503 }))
  expect(await back()).toEqual([303, pagina])
  registratie.answers.clear()
  Object.assign(registratie.documenten.get(documentId) as object, { status: 'in_bewerking' })
  expect(await back()).toEqual([404, null])
})

test("for another citizen's zaak the registratie is not called", async () => {
  const { get } = await ask({ of: '999990408' })
  expect((await get()).status).toBe(404)
  expect(registratie.requests).toEqual([])
})
