'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { endSessiesOfBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { BEHANDELAARS } from '../../../paths.ts'

export async function endSessiesAction(formData: FormData): Promise<void> {
  const beheerder = await requireBeheerder()
  const { behandelaarId } = readHidden(z.object({ behandelaarId: z.uuid() }), formData)
  const actor = await deskActor(beheerder)
  await endSessiesOfBehandelaar(zaaksysteem(), { behandelaarId, actor })
  redirect(`${BEHANDELAARS}?gedaan=beeindigd`)
}
