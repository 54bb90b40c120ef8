'use server'

import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setPushvoorkeuren } from '#lib/publieksportaal/push/apparaat/set-pushvoorkeuren.ts'
import { readKinds } from '../kinds-form.tsx'
import { backToVoorkeuren, requireBurgerOf } from '../require-burger-of.ts'

export async function setPushvoorkeurenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await setPushvoorkeuren(publieksportaal(), { burgerId, gemachtigdeId, voorkeuren: readKinds(formData, 'melden') })
  backToVoorkeuren('opgeslagen')
}
