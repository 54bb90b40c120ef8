import { notFound } from 'next/navigation'
import { magErgens } from '../rechten/mag.ts'
import type { SignedInBehandelaar } from './sessies.ts'
import { requireBehandelaar } from './sign-in.ts'

export function isBeheerder(behandelaar: Pick<SignedInBehandelaar, 'rollen'>): boolean {
  return magErgens(behandelaar, 'beheren')
}

/** The signed-in behandelaar if that is a beheerder; any other behandelaar gets a 404. */
export async function requireBeheerder(): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!isBeheerder(behandelaar)) notFound()
  return behandelaar
}
