import type { Inzenden } from '#lib/publieksportaal/inzending/record-inzending.ts'

export const zaakPath = (zaakId: string) => `/mijn/zaken/${zaakId}`

export const inzendingId = (nummer: string) => `inzending-${nummer}`

/** Where a citizen lands after an answer: at what was received, or at what must be looked at first. */
export function afterInzenden(zaakId: string, done: Inzenden): string {
  return done.ok ? `${zaakPath(zaakId)}#${inzendingId(done.nummer)}` : `${zaakPath(zaakId)}?gewijzigd=1`
}
