import type { DocumentVanBurger } from '../zaak/zaak-van-burger.ts'
import { type Registratie, requestRegistratie } from './call-registratie.ts'

const TIMEOUT_MS = 5_000

/**
 * Asks the ZGW registratie for the bytes of a document, in the versie that was judged, which are handed on as they come.
 *
 * @param headers of the request: which part of it, and of which content
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
    // What was compressed comes unpacked, and has another length than it says.
    if (!answer.headers.has('Content-Encoding')) return answer
    await answer.body?.cancel()
    return undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
