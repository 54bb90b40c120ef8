'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { removeApparaat } from '#lib/publieksportaal/push/apparaat/remove-apparaat.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { backToVoorkeuren, requireBurgerOf } from '../require-burger-of.ts'

export async function removeApparaatAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const { apparaatId } = readHidden(z.object({ apparaatId: z.uuid() }), formData)
  if (!(await removeApparaat(publieksportaal(), { burgerId, gemachtigdeId, apparaatId }))) notFound()
  backToVoorkeuren('apparaatWeg')
}
