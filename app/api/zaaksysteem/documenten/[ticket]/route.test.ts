import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { ObjectMissingError } from '#lib/platform/objects/object-store.ts'
import { bestandStore } from '#lib/zaaksysteem/bestand/bestand-store.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { createSessie, endSessie } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { ADD_DOCUMENT_TO_ZAAK } from '#lib/zaaksysteem/zaak/handelingen/document/add-document.ts'
import { performHandeling } from '#lib/zaaksysteem/zaak/handelingen/perform-handeling.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { findDossier } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { GET, HEAD, POST } from './route.ts'

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(1_000)}`)
let ctx: TestZaaksysteem
let secret: string
let asked: { wie: string; sessieId: string; zaakId: string; documentId: string }
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
  secret = ctx.env.ZAAKSYSTEEM_AUTH_SECRET
  // The context of the process, which the route uses.
  Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })
  const zaak = await registerTestZaak(ctx)
  const stored = await storeBestand(ctx, { zaakId: zaak.id, naam: 'brief.pdf', bytes: Readable.from([PDF]) })
  const wish = { bestand: stored.ok ? stored.bestand.id : '', titel: 'Brief', informatieobjecttype: 'besluit' }
  expect(await performHandeling(ctx, ADD_DOCUMENT_TO_ZAAK, { ...zaak.change, versie: 1, ...wish })).toMatchObject({
    ok: true,
  })
  const [document] = (await findDossier(ctx, zaak.id)).documenten
  const { sessieId } = await createSessie(ctx, zaak.behandelaarId)
  asked = { wie: zaak.behandelaarId, sessieId, zaakId: zaak.id, documentId: document?.id as string }
})
afterAll(() => ctx.close())

async function ask(given: typeof asked | string, headers: Record<string, string> = {}) {
  const ticket = typeof given === 'string' ? given : await sealTicket(secret, given)
  return GET(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ ticket }) })
}

test('a ticket alone gives the bytes, whole or in part', async () => {
  const whole = await ask(asked)
  expect(Buffer.from(await whole.arrayBuffer()).equals(PDF)).toBe(true)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringContaining('attachment; filename="Brief.pdf"'),
    'referrer-policy': 'no-referrer',
  })
  const shown = await GET(new Request('http://localhost:3000/?toon'), {
    params: Promise.resolve({ ticket: await sealTicket(secret, asked) }),
  })
  expect(shown.headers.get('Content-Disposition')).toContain('inline; filename="Brief.pdf"')
  const part = await ask(asked, { Range: 'bytes=1-3' })
  expect([part.status, await part.text()]).toEqual([206, 'PDF'])
})

test('HEAD answers as GET does, also for an invalid ticket and missing bytes, without a body', async () => {
  vi.spyOn(ctx.log, 'error').mockImplementation(() => {})
  async function both(ticket: string) {
    const answers = ['GET', 'HEAD'].map((method) =>
      HEAD(new Request('http://localhost:3000/', { method }), { params: Promise.resolve({ ticket }) }),
    )
    const [get, head] = (await Promise.all(answers)) as [Response, Response]
    await get.body?.cancel()
    const told = ({ status, headers }: Response) => ({ status, ...Object.fromEntries(headers) })
    expect(told(head)).toEqual(told(get))
    return head
  }
  const ticket = await sealTicket(secret, asked)
  const head = await both(ticket)
  expect([head.status, head.body, head.headers.get('Content-Length')]).toEqual([200, null, String(PDF.byteLength)])
  expect((await both('x')).status).toBe(404)
  const { id } = await ctx.db.bestand.findFirstOrThrow()
  const store = bestandStore(ctx)
  const sealed = await buffer(store.read(id, { start: 0, end: 10_000 }))
  await store.remove(id)
  expect((await both(ticket)).status).toBe(303)
  await store.write(id, Readable.from([sealed]))
  vi.restoreAllMocks()
})

test('after two minutes it redirects to the link, which checks the session again', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5 * 60_000 })
  const ticket = await sealTicket(secret, asked)
  vi.useRealTimers()
  const answer = await ask(ticket)
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `/balie/zaken/${asked.zaakId}/documenten/${asked.documentId}`,
  ])
})

test('a damaged or missing file redirects to the page of the zaak, which says so, and is logged by its id alone', async () => {
  const error = vi.spyOn(ctx.log, 'error').mockImplementation(() => {})
  const { id, zaakId } = await ctx.db.bestand.findFirstOrThrow()
  const store = bestandStore(ctx)
  const sealed = await buffer(store.read(id, { start: 0, end: 10_000 }))
  const changed = [async () => store.write(id, Readable.from([Buffer.alloc(sealed.byteLength)])), async () => {}]
  for (const change of changed) {
    await store.remove(id)
    await change()
    const answer = await ask(asked)
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      `/balie/zaken/${zaakId}?document=weg#documenten`,
    ])
  }
  const logged = { err: expect.any(ObjectMissingError), objectSoort: 'bestand', objectId: id }
  expect(error.mock.calls.map(([fields]) => fields)).toEqual([logged, logged])
  error.mockRestore()
  await store.write(id, Readable.from([sealed]))
  expect((await ask(asked)).status).toBe(200)
})

test('an object store that is down redirects to the page, which says to try again later', async () => {
  const s3 = { URL: 'http://127.0.0.1:9/bestanden', REGION: 'eu', ACCESS_KEY_ID: 'x', SECRET_ACCESS_KEY: 'x' }
  const down = Object.fromEntries(Object.entries(s3).map(([name, value]) => [`ZAAKSYSTEEM_S3_${name}`, value]))
  const without = createZaaksysteemContext(readZaaksysteemEnv({ ...ctx.variables, ...down }), { clock: ctx.clock })
  vi.spyOn(without.log, 'error').mockImplementation(() => {})
  const ofProcess = Symbol.for('zaakbode.zaaksysteem')
  Object.assign(globalThis, { [ofProcess]: without })
  try {
    const answer = await ask(asked)
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      `/balie/zaken/${asked.zaakId}?document=onbereikbaar#documenten`,
    ])
  } finally {
    Object.assign(globalThis, { [ofProcess]: ctx })
    await without.close()
  }
})

test('an invalid ticket, one of another sessie or document, or an infected file gives no bytes', async () => {
  expect((await ask('x')).status).toBe(404)
  expect((await ask({ ...asked, sessieId: crypto.randomUUID() })).status).toBe(404)
  expect((await ask({ ...asked, documentId: crypto.randomUUID() })).status).toBe(404)
  const refused = await POST(new Request('http://localhost:3000/', { method: 'POST' }), {
    params: Promise.resolve({ ticket: await sealTicket(secret, asked) }),
  })
  expect(refused.status).toBe(405)
  await ctx.db.bestand.updateMany({ data: { virusscan: 'besmet' } })
  expect((await ask(asked)).status).toBe(404)
  await ctx.db.bestand.updateMany({ data: { virusscan: 'schoon' } })
  await endSessie(ctx, asked.sessieId)
  expect((await ask(asked)).status).toBe(404)
})
