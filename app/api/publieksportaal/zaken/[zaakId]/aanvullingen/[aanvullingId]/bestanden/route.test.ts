import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { REFUSED, TAKEN, TEST_MAX_MB } from '#lib/platform/bestand/test-foreign-bytes.ts'
import { findReadyBestanden } from '#lib/publieksportaal/bestand/ready-bestanden.ts'
import { sweepBestanden } from '#lib/publieksportaal/bestand/sweep-bestanden.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { storeAskedZaak } from '#lib/publieksportaal/inzending/test-aanvulling.ts'
import { storedFiles } from '#lib/publieksportaal/inzending/test-bestanden.ts'
import { createSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { POST } from './route.ts'

const APP = 'http://localhost:3000'
const COOKIE = 'zaakbode-mijn.session'
const NOW = new Date('2026-11-27T10:00:00Z')
const ctx = await openTestPublieksportaal({
  clock: () => NOW,
  env: { PUBLIEKSPORTAAL_BESTAND_MAX_MB: String(TEST_MAX_MB) },
})
// The context of the process, which the route uses.
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
const asked = await storeAskedZaak(ctx)
const cookie = await signIn('999990342')

async function signIn(bsn: string): Promise<string> {
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  const token = await createSessie(ctx, { burgerId, naam: null })
  return `${COOKIE}=${await encode({ token, secret: ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, salt: COOKIE })}`
}

function send(
  bytes: Buffer,
  { headers = {}, zaakId = asked.zaak.uuid }: { headers?: Record<string, string>; zaakId?: string } = {},
) {
  const form = new FormData()
  form.append('bestand', new Blob([new Uint8Array(bytes)]), '../tekening')
  const all = { Cookie: cookie, Accept: 'application/json', ...headers }
  const request = new Request(`${APP}/x`, { method: 'POST', body: form, headers: all })
  return POST(request, { params: Promise.resolve({ zaakId, aanvullingId: asked.plattegrond }) })
}
async function removeAll() {
  await ctx.db.bestand.updateMany({ data: { status: 'vervallen' } })
  await sweepBestanden(ctx)
}
const PDF = Buffer.from('%PDF-1.7\n%%EOF')

test.each(TAKEN)('%s is stored with its real type', async (_, bytes, formaat, naam) => {
  expect((await send(bytes)).status).toBe(201)
  expect(await ctx.db.bestand.findMany()).toMatchObject([{ formaat, naam, grootte: bytes.byteLength }])
  await removeAll()
})

test.each(REFUSED)('%s is refused, and stores nothing', async (_, bytes, code) => {
  const answer = await send(bytes)
  expect([answer.status, (await answer.json()).code]).toEqual([400, code])
  expect([await ctx.db.bestand.count(), await storedFiles(ctx)]).toEqual([0, []])
})

test('a retry after a lost answer stores the file once', async () => {
  expect((await Promise.all([send(PDF), send(PDF)])).map(({ status }) => status)).toEqual([201, 201])
  expect([await ctx.db.bestand.count(), await storedFiles(ctx)]).toEqual([1, [expect.any(String)]])
  await removeAll()
})

test('without JavaScript it redirects to the aanvulling on the page, with the reason of a refusal', async () => {
  const page = `/mijn/zaken/${asked.zaak.uuid}/sturen`
  const to = async (bytes: Buffer) => {
    const answer = await send(bytes, { headers: { Accept: 'text/html' } })
    return [answer.status, answer.headers.get('Location')]
  }
  expect(await to(PDF)).toEqual([303, `${page}#${asked.plattegrond}`])
  const refused = `${page}?fout=bestand_empty&bij=${asked.plattegrond}#${asked.plattegrond}`
  expect(await to(Buffer.alloc(0))).toEqual([303, refused])
  expect(await findReadyBestanden(ctx, asked.wanted)).toMatchObject([{ naam: 'tekening.pdf' }])
  await removeAll()
})

test('without a session, or as another citizen, nothing is stored', async () => {
  expect((await send(PDF, { headers: { Cookie: '' } })).status).toBe(401)
  expect((await send(PDF, { headers: { Cookie: await signIn('999990044') } })).status).toBe(404)
  expect((await send(PDF, { zaakId: 'geen-uuid' })).status).toBe(404)
  expect(await ctx.db.bestand.count()).toBe(0)
})
