import type { DocumentVanBurger } from '../zaak/zaak-van-burger.ts'
import { type Registratie, requestRegistratie } from './call-registratie.ts'

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
