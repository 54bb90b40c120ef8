const GEBEURTENISSEN = '/api/zaaksysteem/v1/gebeurtenissen'

/** Whether it names the type of server-sent events. A weight makes no difference, and a wildcard does not name it. */
export function acceptsStroom(accept: string | null | undefined): boolean {
  return (accept ?? '').split(',').some((range) => range.split(';', 1)[0]?.trim().toLowerCase() === 'text/event-stream')
}

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
  return acceptsStroom(accept) || Number(Object.fromEntries(url.searchParams).wacht) > 0
}
