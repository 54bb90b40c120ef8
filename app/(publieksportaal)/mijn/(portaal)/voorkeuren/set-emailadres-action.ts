'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { setEmailadres } from '#lib/publieksportaal/mail/emailadres/set-emailadres.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { TALEN } from '#lib/ui/text/taal.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
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
