'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setHerinneringen } from '#lib/publieksportaal/herinnering/set-herinneringen.ts'
import { findEmailadres, setMailvoorkeuren } from '#lib/publieksportaal/mail/emailadres/emailadres.ts'
import { removeEmailadres } from '#lib/publieksportaal/mail/emailadres/forget-emailadres.ts'
import { setEmailadres } from '#lib/publieksportaal/mail/emailadres/set-emailadres.ts'
import { list } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { TALEN } from '#lib/ui/text/taal.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import { readKinds } from './kinds-form.tsx'
import { backToVoorkeuren, requireBurgerOf } from './require-burger-of.ts'

const emailadresForm = z.object({ adres: z.string(), taal: z.enum(TALEN) })

/** Returns the typed address in the form state, because it must not be in a URL. */
export async function setEmailadresAction(_: unknown, formData: FormData): Promise<FormState> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const form = readForm(emailadresForm, formData)
  if (!form.ok) return form.refusal

  const set = await setEmailadres(publieksportaal(), { burgerId, gemachtigdeId, ...form.fields })
  if (!set.ok) {
    const { reason } = set
    if (reason === 'not_offered') notFound()
    return form.refuse({ name: 'adres', text: voorkeurenTexts[await currentTaal()].fout[reason] })
  }
  backToVoorkeuren('opgeslagen')
}

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

export async function removeEmailadresAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await removeEmailadres(publieksportaal(), { burgerId, gemachtigdeId })
  backToVoorkeuren('verwijderd')
}

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

export async function setMailvoorkeurenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  await setMailvoorkeuren(publieksportaal(), { burgerId, gemachtigdeId, voorkeuren: readKinds(formData, 'mailen') })
  backToVoorkeuren('opgeslagen')
}

export async function setHerinneringenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireBurgerOf(formData)
  const { herinneren } = readHidden(z.object({ herinneren: list(z.array(z.string())) }), formData)
  const chosen = { aanvulling: herinneren.includes('aanvulling'), bezwaar: herinneren.includes('bezwaar') }
  await setHerinneringen(publieksportaal(), { burgerId, gemachtigdeId, herinneringen: chosen })
  backToVoorkeuren('opgeslagen')
}
