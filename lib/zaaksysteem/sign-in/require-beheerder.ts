import { notFound } from 'next/navigation'
import { magErgens, type Recht } from '../rechten/mag.ts'
import type { SignedInBehandelaar } from './sessies.ts'
import { requireBehandelaar } from './sign-in.ts'

export function isBeheerder(behandelaar: Pick<SignedInBehandelaar, 'rollen'>): boolean {
  return magErgens(behandelaar, 'beheren')
}

/** Returns the signed-in behandelaar when he is a beheerder; answers 404 to anybody else. */
export const requireBeheerder = () => requireRecht('beheren')

/** Returns the signed-in behandelaar when he has the recht for some team; answers 404 to anybody else. */
export async function requireRecht(recht: Recht): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!magErgens(behandelaar, recht)) notFound()
  return behandelaar
}
