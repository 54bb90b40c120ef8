import type { PublieksportaalEnv } from '../../env.ts'

/** A beheerder who exists only in the demo and in tests; `subject` stands for the `sub` of an identity provider. */
export type DemoBeheerder = { subject: string; naam: string }

export const DEMO_BEHEERDERS: readonly DemoBeheerder[] = [{ subject: 'demo:s.bos', naam: 'S. Bos' }]

/** Whether a person may manage the portal. An account at the identity provider is not enough. */
export function isBeheerder(
  { DEMO, PUBLIEKSPORTAAL_BEHEERDERS: beheerders }: Pick<PublieksportaalEnv, 'DEMO' | 'PUBLIEKSPORTAAL_BEHEERDERS'>,
  subject: string,
): boolean {
  return beheerders.includes(subject) || (DEMO && DEMO_BEHEERDERS.some((beheerder) => beheerder.subject === subject))
}
