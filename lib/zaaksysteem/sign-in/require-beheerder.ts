import { notFound } from 'next/navigation'
import { magErgens } from '../rechten/mag.ts'
import type { Recht } from '../rechten/recht.ts'
import type { SignedInBehandelaar } from './sessies.ts'
import { requireBehandelaar } from './sign-in.ts'

export function isBeheerder(behandelaar: Pick<SignedInBehandelaar, 'rollen'>): boolean {
  return magErgens(behandelaar, 'beheren')
}

/** The signed-in behandelaar if that is a beheerder; any other behandelaar gets a 404. */
export const requireBeheerder = () => requireRecht('beheren')

/** The signed-in behandelaar if there is a team that he has the recht for; any other gets a 404. */
export async function requireRecht(recht: Recht): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!magErgens(behandelaar, recht)) notFound()
  return behandelaar
}
