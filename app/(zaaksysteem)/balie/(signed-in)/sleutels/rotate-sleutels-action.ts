'use server'

import { redirect } from 'next/navigation'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { rotateSleutels } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { SLEUTELS } from './paths.ts'

export async function rotateSleutelsAction(): Promise<void> {
  const { id } = await requireBeheerder()
  await rotateSleutels(zaaksysteem(), { actor: { soort: 'behandelaar', id } })
  redirect(`${SLEUTELS}?gedaan=gewisseld`)
}
