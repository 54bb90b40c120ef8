/** The languages that a citizen can choose. Staff work in Dutch. */
export const TALEN = ['nl', 'en'] as const

export type Taal = (typeof TALEN)[number]

/** A text in both, as `lib/contract` carries it. */
export type Tekst = Record<Taal, string>
