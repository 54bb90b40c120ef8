import type { Initiator } from '#lib/contract/zaak-resource.ts'

/**
 * Who somebody is, as it is hashed: a BSN as it is, and anything else after a word that no BSN begins with, so that nobody is
 * found by the number of another.
 */
export type Identiteit = string

export function identiteitOf(initiator: Initiator): Identiteit {
  if ('bsn' in initiator) return initiator.bsn
  const { kvkNummer, vestigingsnummer } = initiator
  return vestigingsnummer === undefined ? `kvk:${kvkNummer}` : `kvk:${kvkNummer}:${vestigingsnummer}`
}

/** Who acts for a company, by the pseudonym that eHerkenning gives a person there. */
export function identiteitOfPseudoniem(pseudoniem: string): Identiteit {
  return `eherkenning:${pseudoniem}`
}
