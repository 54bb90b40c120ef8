import { createHash, timingSafeEqual } from 'node:crypto'

/** The token of `Authorization: Bearer <token>` (RFC 6750 section 2.1), or `undefined`. */
export function bearerToken(headers: Headers): string | undefined {
  return /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(headers.get('authorization') ?? '')?.[1]
}

/** SHA-256 in lower-case hex: how an opaque token is stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Compares two strings in a time that does not tell where they differ. */
export function equalInConstantTime(left: string, right: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(left), digest(right))
}
