import type { Actor } from './recorded-transaction.ts'

/** The burger and the gemachtigde who acts for him: both are rows of `burger`. */
export type Handelende = {
  burgerId: string
  /** null when the burger acts himself */
  gemachtigdeId: string | null
}

export function burgerActor({ burgerId, gemachtigdeId }: Handelende): Actor {
  return gemachtigdeId === null
    ? { soort: 'burger', id: burgerId }
    : { soort: 'burger', id: gemachtigdeId, namens: burgerId }
}
