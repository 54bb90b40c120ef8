import { notFound } from 'next/navigation'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { bytesHeaders } from '#lib/platform/objects/serve-bytes.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { configuredApi, openDocument } from '#lib/publieksportaal/sync/call-zaaksysteem.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaak-of-burger.ts'
import { openZgwDocument } from '#lib/publieksportaal/zgw/open-zgw-document.ts'
import { withZgwDocumenten } from '#lib/publieksportaal/zgw/with-zgw-documenten.ts'
import { ONBEREIKBAAR, zaakPath } from '../../paths.ts'

type Params = { params: Promise<{ zaakId: string; documentId: string }> }

/** Which part is asked for, of which content. */
const ASKED = ['Range', 'If-Range']
const TOLD = ['Content-Length', 'Content-Range', 'Accept-Ranges', 'ETag']
const GIVEN = [200, 206, 416]

/** A document of a zaak of whoever asks, handed on as it comes from the zaaksysteem or the ZGW registratie; nothing of it is kept. Another's is not there. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { burgerId } = await requireIngelogde()
  const ctx = publieksportaal()
  const { zaakId, documentId } = await params
  const found = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!found) notFound()
  const { zaak, onvolledig } = await withZgwDocumenten(ctx, found, documentId)
  const today = dateInAmsterdam(ctx.clock())
  const document = zaak.documenten.find(({ id, zichtbaarVanaf }) => id === documentId && zichtbaarVanaf <= today)
  if (!document && onvolledig !== 'onbereikbaar') notFound()
  const headers = picked(request.headers, ASKED)
  const answer =
    document &&
    (await (document.zgw
      ? openZgwDocument(ctx, { document, headers })
      : openDocument(configuredApi(ctx), { zaakId: zaak.id, documentId, headers })))
  if (!document || !answer || !GIVEN.includes(answer.status)) {
    await answer?.body?.cancel()
    return new Response(null, { status: 303, headers: { Location: `${zaakPath(zaak.id)}?${ONBEREIKBAAR}` } })
  }
  const own = bytesHeaders({ type: document.formaat, naam: document.zgw?.naam ?? document.titel })
  const told = document.zgw ? TOLD : [...TOLD, 'Content-Disposition']
  return new Response(answer.body, { status: answer.status, headers: { ...own, ...picked(answer.headers, told) } })
}

function picked(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) as string]] : [])))
}
