import { createHmac } from 'node:crypto'
import type { Actor } from '../../audit/recorded-transaction.ts'
import { newestBsnKey } from '../../burger/bsn-keys.ts'
import type { PublieksportaalEnv } from '../../env.ts'

/** A beheerder in the demo and in tests; `subject` stands for the `sub` of an identity provider. */
type DemoBeheerder = { subject: string; naam: string }

export const DEMO_BEHEERDERS: readonly DemoBeheerder[] = [{ subject: 'demo:s.bos', naam: 'S. Bos' }]

/** True when a person may manage the portal. An account at the identity provider is not enough. */
export function isBeheerder(
  { DEMO, PUBLIEKSPORTAAL_BEHEERDERS: beheerders }: Pick<PublieksportaalEnv, 'DEMO' | 'PUBLIEKSPORTAAL_BEHEERDERS'>,
  subject: string,
): boolean {
  return beheerders.includes(subject) || (DEMO && DEMO_BEHEERDERS.some((beheerder) => beheerder.subject === subject))
}

/**
 * Returns a beheerder as actor, identified by a keyed hash of the `sub`, which at some providers is a user
 * name. The key is the newest BSN key; the prefix keeps the hash apart from that of a BSN.
 */
export function beheerderActor(env: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BSN_HASH_KEY'>, subject: string): Actor {
  const { key } = newestBsnKey(env)
  return { soort: 'beheerder', id: createHmac('sha256', key).update(`beheerder ${subject}`).digest('base64url') }
}
