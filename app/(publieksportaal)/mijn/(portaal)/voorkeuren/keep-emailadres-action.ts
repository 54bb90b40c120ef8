'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findEmailadres } from '#lib/publieksportaal/mail/emailadres/find-emailadres.ts'
import { setEmailadres } from '#lib/publieksportaal/mail/emailadres/set-emailadres.ts'
import { afterwards, VOORKEUREN } from './paths.ts'
import { requireBurgerOf } from './require-burger-of.ts'

/** No other address is to take the place of the one that mail goes to. */
export async function keepEmailadresAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const ctx = publieksportaal()
  const known = await findEmailadres(ctx, { burgerId })
  refresh()
  // it may have been confirmed, or refused, since the page was shown
  if (!known?.nieuw || known.geweigerdOp) redirect(VOORKEUREN)
  const { adres, taal } = known
  await setEmailadres(ctx, { burgerId, gemachtigdeId, adres, taal })
  redirect(afterwards('behouden'))
}
