import { STROOM_CONTENT_TYPE } from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { preferredType } from '#lib/platform/negotiation/preferred-type.ts'

const GEBEURTENISSEN = '/api/zaaksysteem/v1/gebeurtenissen'

/** In which the gebeurtenissen can be read. */
const TYPES = [EVENT_BATCH_CONTENT_TYPE, STROOM_CONTENT_TYPE]

/** Whether a request is for a stroom, or waits for the next one: neither is to hold a place of others. */
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
  // Of a repeated parameter the last one counts, as where it is read.
  return preferredType(accept, TYPES) === STROOM_CONTENT_TYPE || Number(Object.fromEntries(url.searchParams).wacht) > 0
}
