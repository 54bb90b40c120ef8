import { STROOM_CONTENT_TYPE } from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { preferredType } from '#lib/platform/negotiation/preferred-type.ts'

const GEBEURTENISSEN = '/api/zaaksysteem/v1/gebeurtenissen'

/** The media types in which the gebeurtenissen can be read. */
const TYPES = [EVENT_BATCH_CONTENT_TYPE, STROOM_CONTENT_TYPE]

/** True for a request that opens a stroom or is a long poll: neither may hold a place of other requests. */
export function staysOpen({
  method,
  url,
  accept,
}: {
  method: string | undefined
  url: URL
  accept: string | undefined
}): boolean {
  if (method !== 'GET' || decodeURIComponent(url.pathname) !== GEBEURTENISSEN) return false
  // The last of a repeated parameter counts, as for the handler.
  return preferredType(accept, TYPES) === STROOM_CONTENT_TYPE || Number(Object.fromEntries(url.searchParams).wacht) > 0
}
