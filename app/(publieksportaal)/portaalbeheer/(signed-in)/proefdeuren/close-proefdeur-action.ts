'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { closeProefdeur } from '#lib/publieksportaal/proefdeur/keep-proefdeur.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { PROEFDEUREN } from '../paths.ts'

export async function closeProefdeurAction(formData: FormData): Promise<void> {
  const { actor } = await requireBeheerder()
  const { id } = readHidden(z.object({ id: z.uuid() }), formData)
  await closeProefdeur(publieksportaal(), { id, actor })
  redirect(PROEFDEUREN)
}
