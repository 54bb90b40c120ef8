'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { removeApparaat } from '#lib/publieksportaal/push/apparaat/remove-apparaat.ts'
import { afterwards } from '../paths.ts'
import { requireBurgerOf } from '../require-burger-of.ts'

export async function removeApparaatAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const apparaatId = String(formData.get('apparaatId'))
  if (!(await removeApparaat(publieksportaal(), { burgerId, gemachtigdeId, apparaatId }))) notFound()
  refresh()
  redirect(afterwards('apparaatWeg'))
}
