import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import type { DocumentVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { type Registratie, requestRegistratie } from './call-registratie.ts'
import { withZgwDocumenten } from './with-zgw-documenten.ts'

/** Returns a document that this citizen may read now. `onbereikbaar`: the ZGW registratie may have it. */
export async function findDocumentOfBurger(
  ctx: PublieksportaalContext,
  { burgerId, zaakId, documentId }: { burgerId: string; zaakId: string; documentId: string },
): Promise<DocumentVanBurger | 'onbereikbaar' | undefined> {
  const found = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!found) return undefined
  const { zaak, onvolledig } = await withZgwDocumenten(ctx, found, documentId)
  const today = dateInAmsterdam(ctx.clock())
  const document = zaak.documenten.find(({ id, zichtbaarVanaf }) => id === documentId && zichtbaarVanaf <= today)
  return document ?? (onvolledig === 'onbereikbaar' ? onvolledig : undefined)
}

const TIMEOUT_MS = 5_000

/**
 * Requests the bytes of a document from the ZGW registratie, in the versie that was judged. The caller
 * streams them on.
 *
 * @param headers range and precondition headers of the visitor's request
 */
export async function openZgwDocument(
  ctx: Registratie,
  {
    document,
    headers,
  }: { document: Pick<DocumentVanBurger, 'id' | 'documentversie'>; headers: Record<string, string> },
): Promise<Response | undefined> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), TIMEOUT_MS)
  try {
    const answer = await requestRegistratie(ctx, {
      api: 'DOCUMENTEN',
      path: `/enkelvoudiginformatieobjecten/${document.id}/download`,
      query: { versie: String(document.documentversie) },
      headers: { ...headers, Accept: '*/*' },
      signal: late.signal,
    })
    // `fetch` decompresses the body, so its length would differ from Content-Length.
    if (!answer.headers.has('Content-Encoding')) return answer
    await answer.body?.cancel()
    return undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
