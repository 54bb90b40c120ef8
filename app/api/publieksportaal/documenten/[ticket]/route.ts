import { cleanNaam } from '#lib/platform/bestand/clean-naam.ts'
import type { Formaat } from '#lib/platform/bestand/formaten.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { openTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { bytesHeaders } from '#lib/platform/objects/serve-bytes.ts'
import { recordOpgehaald } from '#lib/publieksportaal/bewijs/record-opgehaald.ts'
import { findBurgerOfSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { configuredApi, openDocument } from '#lib/publieksportaal/sync/call-zaaksysteem.ts'
import type { DocumentVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { findDocumentOfBurger, openZgwDocument } from '#lib/publieksportaal/zgw/document-of-burger.ts'
import { portalRoute } from '../../portal-route.ts'

/** Request headers for a range, passed on. */
const ASKED = ['Range', 'If-Range']
const TOLD = ['Content-Length', 'Content-Range', 'Accept-Ranges', 'ETag']
const GIVEN = [200, 206, 416]

/**
 * Streams a document for the sessie that its zaak redirected here, from the zaaksysteem or the ZGW
 * registratie, without storing it. Cookies are ignored. A complete download is recorded as a bewijs.
 */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(
  ['GET', 'HEAD'],
  async (ctx, request, { ticket }) => {
    const asked = await openTicket(ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, ticket)
    const burger = asked && (await findBurgerOfSessie(ctx, asked))
    if (!burger) return notFoundResponse()
    const { sessieId, zaakId, documentId } = asked
    const pagina = `/mijn/zaken/${zaakId}`
    // a download that is resumed later
    if (asked.isOver) return seeOther(`${pagina}/documenten/${documentId}${new URL(request.url).search}`)
    const { burgerId } = burger
    const document = await findDocumentOfBurger(ctx, { burgerId, zaakId, documentId })
    if (!document) return notFoundResponse()
    const headers = picked(request.headers, ASKED)
    const { method } = request
    const open = (one: DocumentVanBurger) =>
      one.zgw
        ? openZgwDocument(ctx, { document: one, headers })
        : openDocument(configuredApi(ctx), { method, zaakId, documentId, headers })
    const answer = document === 'onbereikbaar' ? undefined : await open(document)
    if (document === 'onbereikbaar' || !answer || !GIVEN.includes(answer.status)) {
      await answer?.body?.cancel()
      return seeOther(`${pagina}?document`)
    }
    const naam = document.zgw?.naam ?? cleanNaam(document.titel, document.formaat as Formaat)
    const own = bytesHeaders(request, { type: document.formaat, naam })
    const init = { status: answer.status, headers: { ...own, ...picked(answer.headers, TOLD) } }
    if (method === 'HEAD') {
      await answer.body?.cancel()
      return new Response(null, init)
    }
    if (!answer.ok || !answer.body) return new Response(answer.body, init)
    const namens = burger.namens?.soort ?? null
    const start = Number(/^bytes (\d{1,15})-/.exec(answer.headers.get('Content-Range') ?? '')?.[1] ?? 0)
    const record = (taken: number) =>
      recordOpgehaald(ctx, { sessieId, burgerId, namens, zaakId, document, start, end: start + taken })
    return new Response(tellTaken(answer.body, record), init)
  },
)

const seeOther = (location: string) => new Response(null, { status: 303, headers: { Location: location } })

/**
 * Passes the bytes through, and reports how many were taken at the end or at an interruption. A chunk counts
 * when the next one is requested: before that it may not have been written to the connection.
 */
function tellTaken(body: ReadableStream<Uint8Array>, tell: (taken: number) => Promise<void>) {
  const reader = body.getReader()
  let taken = 0
  let given = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        taken += given
        given = 0
        const next = await reader.read().catch(async (error) => {
          await tell(taken)
          throw error
        })
        if (next.done) {
          await tell(taken)
          return controller.close()
        }
        given = next.value.byteLength
        controller.enqueue(next.value)
      },
      async cancel(reason) {
        await Promise.all([reader.cancel(reason), tell(taken)])
      },
    },
    // no read-ahead
    { highWaterMark: 0 },
  )
}

function picked(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) as string]] : [])))
}
