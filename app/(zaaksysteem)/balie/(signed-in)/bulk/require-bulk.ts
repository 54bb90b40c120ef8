import { notFound } from 'next/navigation'
import { mayDoBulk } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** Returns the signed-in behandelaar when bulk acts are allowed; otherwise answers 404. */
export async function requireBulk(): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!mayDoBulk(behandelaar)) notFound()
  return behandelaar
}
