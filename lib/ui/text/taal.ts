/** The languages that a citizen can choose. Staff work in Dutch. */
export const TALEN = ['nl', 'en'] as const

export const TAAL_COOKIE = 'taal'

/**
 * Header in which `proxy.ts` tells pages which language to speak when none was chosen; it overwrites what a
 * client sent.
 */
export const DEFAULT_TAAL_HEADER = 'x-default-taal'

export type Taal = (typeof TALEN)[number]

/** A text in both, as `lib/contract` carries it. */
export type Tekst = Record<Taal, string>
