import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { openTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { bytesHeaders } from '#lib/platform/objects/serve-bytes.ts'
import { recordOpgehaald } from '#lib/publieksportaal/bewijs/record-opgehaald.ts'
import { findBurgerOfSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { configuredApi, openDocument } from '#lib/publieksportaal/sync/call-zaaksysteem.ts'
import type { DocumentVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { findDocumentOfBurger } from '#lib/publieksportaal/zgw/find-document-of-burger.ts'
import { openZgwDocument } from '#lib/publieksportaal/zgw/open-zgw-document.ts'
import { portalRoute } from '../../portal-route.ts'

/** Which part is asked for, of which content. */
const ASKED = ['Range', 'If-Range']
const TOLD = ['Content-Length', 'Content-Range', 'Accept-Ranges', 'ETag']
const GIVEN = [200, 206, 416]

/**
 * A document for the sessie that its zaak led here, handed on as it comes from the zaaksysteem or the ZGW registratie; nothing of it is kept.
 * It knows no cookie. That all of it was given is a bewijs.
 */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(
  ['GET'],
  async (ctx, request, { ticket }) => {
    const asked = await openTicket(ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, ticket)
    const burger = asked && (await findBurgerOfSessie(ctx, asked))
    if (!burger) return notFoundResponse()
    const { zaakId, documentId } = asked
    const pagina = `/mijn/zaken/${zaakId}`
    // a download that goes on later
    if (asked.isOver) return seeOther(`${pagina}/documenten/${documentId}${new URL(request.url).search}`)
    const { burgerId } = burger
    const document = await findDocumentOfBurger(ctx, { burgerId, zaakId, documentId })
    if (!document) return notFoundResponse()
    const headers = picked(request.headers, ASKED)
    const open = (one: DocumentVanBurger) =>
      one.zgw
        ? openZgwDocument(ctx, { document: one, headers })
        : openDocument(configuredApi(ctx), { zaakId, documentId, headers })
    const answer = document === 'onbereikbaar' ? undefined : await open(document)
    if (document === 'onbereikbaar' || !answer || !GIVEN.includes(answer.status)) {
      await answer?.body?.cancel()
      return seeOther(`${pagina}?document`)
    }
    const isLast = answer.ok && hasLastByte(answer.headers)
    const namens = burger.namens?.soort ?? null
    const flush = () => (isLast ? recordOpgehaald(ctx, { burgerId, namens, zaakId, document }) : undefined)
    const own = bytesHeaders(request, { type: document.formaat, naam: document.zgw?.naam ?? document.titel })
    const isShown = own['Content-Disposition'].startsWith('inline')
    const told = document.zgw || isShown ? TOLD : [...TOLD, 'Content-Disposition']
    return new Response(answer.body?.pipeThrough(new TransformStream({ flush })), {
      status: answer.status,
      headers: { ...own, ...picked(answer.headers, told) },
    })
  },
)

const seeOther = (location: string) => new Response(null, { status: 303, headers: { Location: location } })

function hasLastByte(headers: Headers): boolean {
  const range = headers.get('Content-Range')
  const [, last, size] = /-(\d{1,15})\/(\d{1,15})$/.exec(range ?? '') ?? []
  return range === null || Number(last) + 1 === Number(size)
}

function picked(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) as string]] : [])))
}
