import { notFound } from 'next/navigation'
import { leadToBytes } from '#lib/platform/objects/bytes-ticket.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { findBestandOfDocument } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { loadZaak } from '../../load-zaak.ts'

type Params = { params: Promise<{ zaakId: string; documentId: string }> }

/**
 * Redirects to the bytes of a document, withdrawn and replaced ones included. Opening it is recorded as a
 * look at the zaak.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const asked = await params
  const { id: wie, sessieId } = await requireBehandelaar()
  const { alleDocumenten } = await loadZaak(asked.zaakId)
  const ctx = zaaksysteem()
  const document = alleDocumenten.find(({ id }) => id === asked.documentId)
  const bestand = document && (await findBestandOfDocument(ctx, document.id))
  if (!bestand?.opent) notFound()
  const ticket = { wie, sessieId, ...asked }
  return leadToBytes(request, '/api/zaaksysteem/documenten', ctx.env.ZAAKSYSTEEM_AUTH_SECRET, ticket)
}
