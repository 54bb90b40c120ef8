'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { removeEmailadres } from '#lib/publieksportaal/emailadres/remove-emailadres.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { afterwards } from './paths.ts'

export async function removeEmailadresAction(): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurger()
  await removeEmailadres(publieksportaal(), { burgerId, gemachtigdeId })
  refresh()
  redirect(afterwards('verwijderd'))
}
