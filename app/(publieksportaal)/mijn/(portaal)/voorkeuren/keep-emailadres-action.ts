'use server'

import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findEmailadres } from '#lib/publieksportaal/mail/emailadres/find-emailadres.ts'
import { setEmailadres } from '#lib/publieksportaal/mail/emailadres/set-emailadres.ts'
import { backToVoorkeuren, requireBurgerOf } from './require-burger-of.ts'

/** Cancels the pending change of address and keeps the current one. */
export async function keepEmailadresAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const ctx = publieksportaal()
  const known = await findEmailadres(ctx, { burgerId })
  // the new address may have been confirmed or refused since the page was rendered
  if (!known?.nieuw || known.geweigerdOp) backToVoorkeuren()
  const { adres, taal } = known
  await setEmailadres(ctx, { burgerId, gemachtigdeId, adres, taal })
  backToVoorkeuren('behouden')
}
