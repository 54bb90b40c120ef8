'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { endSessiesOfBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { BEHANDELAARS } from '../../paths.ts'

export async function endSessiesAction(formData: FormData): Promise<void> {
  const beheerder = await requireBeheerder()
  const id = z.uuid().safeParse(formData.get('behandelaarId'))
  if (!id.success) notFound()
  const actor = await deskActor(beheerder)
  await endSessiesOfBehandelaar(zaaksysteem(), { behandelaarId: id.data, actor })
  redirect(`${BEHANDELAARS}?gedaan=beeindigd`)
}
