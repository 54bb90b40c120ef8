'use server'

import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { removeEmailadres } from '#lib/publieksportaal/mail/emailadres/forget-emailadres.ts'
import { backToVoorkeuren, requireBurgerOf } from './require-burger-of.ts'

export async function removeEmailadresAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await removeEmailadres(publieksportaal(), { burgerId, gemachtigdeId })
  backToVoorkeuren('verwijderd')
}
