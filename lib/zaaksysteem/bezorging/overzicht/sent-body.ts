import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import type { BezorgpogingDetail } from '../record/find-pogingen.ts'
import { renderRequest } from '../send/render-request.ts'
import type { BezorgingDetail } from './find-bezorging-detail.ts'

/** Returns the body of an attempt; `undefined` once purged, and for a batch, whose events are not kept. */
export function sentBody(
  { body }: Pick<BezorgingDetail, 'body'>,
  { requestHeaders }: Pick<BezorgpogingDetail, 'requestHeaders'>,
): string | undefined {
  if (body === null || requestHeaders['content-type'] === EVENT_BATCH_CONTENT_TYPE) return undefined
  return renderRequest('ce-id' in requestHeaders ? 'binary' : 'structured', [body]).body
}
