import type { PublieksportaalEnv } from '../env.ts'

const MAX_LENGTH = 200
/**
 * RFC 3986: the characters of a URI reference. Other text is dropped, because portaalbeheer shows the source.
 */
const URI_REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/

/** Returns the claimed source of a bezorging: `ce-source`, else its origin; null for no URI reference. */
export function claimedSource(headers: Headers): string | null {
  const claimed = headers.get('ce-source') ?? headers.get('webhook-request-origin') ?? ''
  return claimed.length <= MAX_LENGTH && URI_REFERENCE.test(claimed) ? claimed : null
}

/** Returns the configured source when `claimed` is its name or origin, else ''. */
export function configuredSource(
  {
    PUBLIEKSPORTAAL_BRON: source,
    PUBLIEKSPORTAAL_BRON_ORIGIN: origin,
  }: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BRON' | 'PUBLIEKSPORTAAL_BRON_ORIGIN'>,
  claimed: string | null,
): string {
  return claimed === source || claimed === origin ? source : ''
}
