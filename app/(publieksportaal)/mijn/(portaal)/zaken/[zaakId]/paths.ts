import type { Inzenden } from '#lib/publieksportaal/inzending/record-inzending.ts'

export const zaakPath = (zaakId: string) => `/mijn/zaken/${zaakId}`

/** Of what says that the zaak changed before the citizen pressed the button. */
export const GEWIJZIGD = 'gewijzigd'

export const inzendingId = (nummer: string) => `inzending-${nummer}`

/**
 * Where a citizen lands after an answer: at what was received, or at what must be looked at first, for as long as that is how the zaak
 * is.
 */
export function afterInzenden(zaakId: string, done: Exclude<Inzenden, { reason: 'not_found' }>): string {
  const path = zaakPath(zaakId)
  return done.ok ? `${path}#${inzendingId(done.nummer)}` : `${path}?${GEWIJZIGD}=${done.versie}#${GEWIJZIGD}`
}
