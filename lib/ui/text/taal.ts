/** The languages that a citizen can choose. Staff work in Dutch. */
export const TALEN = ['nl', 'en'] as const

export const TAAL_COOKIE = 'taal'

/**
 * The header in which `proxy.ts` passes the default language to pages. It overwrites the header of a client.
 */
export const DEFAULT_TAAL_HEADER = 'x-default-taal'

export type Taal = (typeof TALEN)[number]

/** A text in both languages, as in `lib/contract`. */
export type Tekst = Record<Taal, string>
