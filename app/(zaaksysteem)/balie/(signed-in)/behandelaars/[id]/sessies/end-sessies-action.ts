'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { endSessiesOfBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { BEHANDELAARS } from '../../paths.ts'

export async function endSessiesAction(formData: FormData): Promise<void> {
  await requireBeheerder()
  const id = z.uuid().safeParse(formData.get('behandelaarId'))
  if (!id.success) notFound()
  await endSessiesOfBehandelaar(zaaksysteem(), id.data)
  redirect(`${BEHANDELAARS}?gedaan=beeindigd`)
}
