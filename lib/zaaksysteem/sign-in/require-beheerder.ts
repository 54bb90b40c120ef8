import { notFound } from 'next/navigation'
import type { SignedInBehandelaar } from './sessies.ts'
import { requireBehandelaar } from './sign-in.ts'

export function isBeheerder({ rollen }: Pick<SignedInBehandelaar, 'rollen'>): boolean {
  return rollen.includes('beheerder')
}

/** The signed-in behandelaar when that is a beheerder. For any other behandelaar the page does not exist. */
export async function requireBeheerder(): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!isBeheerder(behandelaar)) notFound()
  return behandelaar
}
