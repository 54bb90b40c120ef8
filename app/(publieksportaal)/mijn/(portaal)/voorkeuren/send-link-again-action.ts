'use server'

import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findEmailadres } from '#lib/publieksportaal/mail/emailadres/find-emailadres.ts'
import { setEmailadres } from '#lib/publieksportaal/mail/emailadres/set-emailadres.ts'
import { backToVoorkeuren, requireBurgerOf } from './require-burger-of.ts'

/** Requests confirmation of the same address again, which counts against the rate limit. */
export async function sendLinkAgainAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const ctx = publieksportaal()
  const known = await findEmailadres(ctx, { burgerId })
  if (!known) backToVoorkeuren()
  const { taal } = known
  const { adres } = known.nieuw ?? known
  const set = await setEmailadres(ctx, { burgerId, gemachtigdeId, adres, taal })
  backToVoorkeuren(set.ok ? 'opnieuw' : 'teVaak')
}
