'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setPushvoorkeuren } from '#lib/publieksportaal/push/apparaat/set-pushvoorkeuren.ts'
import { afterwards } from '../paths.ts'
import { requireBurgerOf } from '../require-burger-of.ts'

export async function setPushvoorkeurenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const chosen = formData.getAll('melden')
  const voorkeuren = { voortgang: chosen.includes('voortgang'), termijnen: chosen.includes('termijnen') }
  await setPushvoorkeuren(publieksportaal(), { burgerId, gemachtigdeId, voorkeuren })
  refresh()
  redirect(afterwards('opgeslagen'))
}
