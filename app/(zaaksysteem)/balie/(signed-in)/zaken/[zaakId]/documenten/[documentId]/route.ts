import { notFound } from 'next/navigation'
import { serveBytes } from '#lib/platform/objects/serve-bytes.ts'
import { openBestand } from '#lib/zaaksysteem/bestand/bestand-store.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findBestandOfDocument, naamOf } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { loadZaak } from '../../load-zaak.ts'

type Params = { params: Promise<{ zaakId: string; documentId: string }> }

/** A document of a zaak as a file, also one that was withdrawn or replaced; that it was opened is a look at the zaak. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { zaakId, documentId } = await params
  const { alleDocumenten } = await loadZaak(zaakId)
  const document = alleDocumenten.find(({ id }) => id === documentId)
  const bestand = document && (await findBestandOfDocument(zaaksysteem(), document.id))
  if (!document || !bestand?.opent) notFound()
  const { formaat: type, grootte: size, sha256 } = document
  return serveBytes(request, { type, naam: naamOf(document), size, sha256 }, (range) =>
    openBestand(zaaksysteem(), bestand, range),
  )
}
