'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { removeApparaat } from '#lib/publieksportaal/apparaat/remove-apparaat.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { afterwards } from '../paths.ts'

export async function removeApparaatAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurger()
  const apparaatId = String(formData.get('apparaatId'))
  if (!(await removeApparaat(publieksportaal(), { burgerId, gemachtigdeId, apparaatId }))) notFound()
  refresh()
  redirect(afterwards('apparaatWeg'))
}
