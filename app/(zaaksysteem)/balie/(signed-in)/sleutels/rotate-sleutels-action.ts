'use server'

import { redirect } from 'next/navigation'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { rotateSleutels } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { SLEUTELS } from '../paths.ts'

export async function rotateSleutelsAction(): Promise<void> {
  const actor = await deskActor(await requireBeheerder())
  await rotateSleutels(zaaksysteem(), { actor })
  redirect(`${SLEUTELS}?gedaan=gewisseld`)
}
