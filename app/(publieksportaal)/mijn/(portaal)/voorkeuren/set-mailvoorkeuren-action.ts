'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setMailvoorkeuren } from '#lib/publieksportaal/mail/emailadres/set-mailvoorkeuren.ts'
import { readKinds } from './kinds-form.tsx'
import { afterwards } from './paths.ts'
import { requireBurgerOf } from './require-burger-of.ts'

export async function setMailvoorkeurenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await setMailvoorkeuren(publieksportaal(), { burgerId, gemachtigdeId, voorkeuren: readKinds(formData, 'mailen') })
  refresh()
  redirect(afterwards('opgeslagen'))
}
