import { notFound } from 'next/navigation'
import { magErgens } from '#lib/zaaksysteem/rechten/mag.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** The signed-in behandelaar if that may destroy zaken, together with another; anybody else gets a 404. */
export async function requireVernietiger(): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!magErgens(behandelaar, 'vernietigen')) notFound()
  return behandelaar
}
