import { notFound } from 'next/navigation'
import { leadToBytes } from '#lib/platform/objects/bytes-ticket.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findDocumentOfBurger } from '#lib/publieksportaal/zgw/document-of-burger.ts'

type Params = { params: Promise<{ zaakId: string; documentId: string }> }

/**
 * Redirects to a document's bytes, on an address that needs no cookie; 404 for another citizen's document.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { burgerId, gemachtigdeId, sessieId } = await requireIngelogde()
  const ctx = publieksportaal()
  const asked = await params
  if (!(await findDocumentOfBurger(ctx, { burgerId, ...asked }))) notFound()
  return leadToBytes(request, '/api/publieksportaal/documenten', ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, {
    wie: gemachtigdeId ?? burgerId,
    sessieId,
    ...asked,
  })
}
