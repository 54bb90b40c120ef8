import { notFound } from 'next/navigation'
import { mayDoBulk } from '#lib/zaaksysteem/bulk/may-do-bulk.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

/** The signed-in behandelaar if that may do one act for many zaken; any other gets a 404. */
export async function requireBulk(): Promise<SignedInBehandelaar> {
  const behandelaar = await requireBehandelaar()
  if (!mayDoBulk(behandelaar)) notFound()
  return behandelaar
}
