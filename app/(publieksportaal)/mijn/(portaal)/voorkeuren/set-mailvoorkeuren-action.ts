'use server'

import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setMailvoorkeuren } from '#lib/publieksportaal/mail/emailadres/set-mailvoorkeuren.ts'
import { readKinds } from './kinds-form.tsx'
import { backToVoorkeuren, requireBurgerOf } from './require-burger-of.ts'

export async function setMailvoorkeurenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await setMailvoorkeuren(publieksportaal(), { burgerId, gemachtigdeId, voorkeuren: readKinds(formData, 'mailen') })
  backToVoorkeuren('opgeslagen')
}
