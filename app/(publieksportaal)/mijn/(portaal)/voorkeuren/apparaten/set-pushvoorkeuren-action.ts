'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setPushvoorkeuren } from '#lib/publieksportaal/push/apparaat/set-pushvoorkeuren.ts'
import { readKinds } from '../kinds-form.tsx'
import { afterwards } from '../paths.ts'
import { requireBurgerOf } from '../require-burger-of.ts'

export async function setPushvoorkeurenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await setPushvoorkeuren(publieksportaal(), { burgerId, gemachtigdeId, voorkeuren: readKinds(formData, 'melden') })
  refresh()
  redirect(afterwards('opgeslagen'))
}
