import type { Actor } from './recorded-transaction.ts'

/** Whoever acts in the portal, and for whom: both are rows of burger. */
export type Handelende = {
  burgerId: string
  /** who acts for that burger; null when he does it himself */
  gemachtigdeId: string | null
}

export function burgerActor({ burgerId, gemachtigdeId }: Handelende): Actor {
  return gemachtigdeId === null
    ? { soort: 'burger', id: burgerId }
    : { soort: 'burger', id: gemachtigdeId, namens: burgerId }
}
