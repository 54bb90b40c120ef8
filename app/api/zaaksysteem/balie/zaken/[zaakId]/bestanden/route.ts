import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from '@fastify/busboy'
import { validate } from 'uuid'
import { BESTANDSFOUTEN } from '#lib/platform/bestand/bestandsfouten.ts'
import { jsonResponse, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { zakenMet } from '#lib/zaaksysteem/rechten/mag.ts'
import { currentBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

type Stored = Awaited<ReturnType<typeof storeBestand>>

/** Without JavaScript its form leads here, and from here to the page again. */
const pageOf = (zaakId: string, query = '') =>
  new Response(null, { status: 303, headers: { Location: `/balie/zaken/${zaakId}${query}#documenten` } })

/** Takes in one file for a zaak that a behandelaar treats, as it comes. Not below /balie, where Next.js would keep a copy of it. */
export const { POST } = apiRoute<{ zaakId: string }>(async (ctx, request, { zaakId }) => {
  if (request.headers.get('Origin') !== new URL(ctx.env.ZAAKSYSTEEM_URL).origin) {
    return problemResponse({ status: 403, code: 'other_origin', detail: 'Only the desk itself sends this form.' })
  }
  const behandelaar = await currentBehandelaar()
  if (!behandelaar) return problemResponse({ status: 401, code: 'not_signed_in', detail: 'Sign in first.' })
  const mine = { id: zaakId, AND: zakenMet(behandelaar, 'behandelen') }
  const zaak = validate(zaakId) && (await ctx.db.zaak.findFirst({ where: mine, select: { id: true } }))
  if (!zaak) return notFoundResponse()
  const stored = await storePart(ctx, request, zaakId)
  if (request.headers.get('Accept') === 'application/json') {
    if (!stored.ok) return problemResponse({ status: 400, code: stored.reason, detail: BESTANDSFOUTEN[stored.reason] })
    return jsonResponse({ bestand: stored.bestand.id }, { status: 201 })
  }
  return pageOf(zaakId, stored.ok ? '' : `?bestandsfout=${stored.reason}`)
})

/** The file of a form, of which there is one. A form without one is as an empty file. */
async function storePart(ctx: ZaaksysteemContext, request: Request, zaakId: string): Promise<Stored> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) return { ok: false, reason: 'bestand_empty' }
  const form = busboy({ headers: { 'content-type': type }, limits: { files: 1, fields: 0, parts: 2 } })
  const { promise, resolve, reject } = Promise.withResolvers<Stored>()
  let hasFile = false
  form.on('file', (_, bytes, naam) => {
    hasFile = true
    storeBestand(ctx, { zaakId, naam, bytes }).then(resolve, reject)
  })
  pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form).then(
    // the form is read before the bytes are durable
    () => hasFile || resolve({ ok: false, reason: 'bestand_empty' }),
    reject,
  )
  return promise
}
