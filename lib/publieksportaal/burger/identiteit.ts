import type { Initiator } from '#lib/contract/zaak-resource.ts'

/**
 * An identity before hashing: a plain BSN, or another number behind a prefix that no BSN has, so that numbers
 * of two kinds never collide.
 */
export type Identiteit = string

export function identiteitOf(initiator: Initiator): Identiteit {
  if ('bsn' in initiator) return initiator.bsn
  const { kvkNummer, vestigingsnummer } = initiator
  return vestigingsnummer === undefined ? `kvk:${kvkNummer}` : `kvk:${kvkNummer}:${vestigingsnummer}`
}

/** Returns the identity of a person who acts for a company: the pseudonym of eHerkenning. */
export function identiteitOfPseudoniem(pseudoniem: string): Identiteit {
  return `eherkenning:${pseudoniem}`
}
