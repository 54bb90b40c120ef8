import { notFound } from 'next/navigation'
import type { SignedInBehandelaar } from './find-behandelaar-of-sessie.ts'
import { requireBehandelaar } from './require-behandelaar.ts'

export function isBeheerder({ rollen }: Pick<SignedInBehandelaar, 'rollen'>): boolean {
  return rollen.includes('beheerder')
}

/** The signed-in behandelaar when that is a beheerder. For any other behandelaar the page does not exist. */
export async function requireBeheerder(): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!isBeheerder(behandelaar)) notFound()
  return behandelaar
}
