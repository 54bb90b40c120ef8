'use server'

import { notFound, redirect } from 'next/navigation'
import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { changeAbonnement } from '#lib/zaaksysteem/abonnement/change-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../../paths.ts'
import type { Entered, FormState } from '../../form-state.ts'
import { changeForm, readAbonnementForm } from '../../read-abonnement-form.ts'
import { readAbonnementId } from '../read-abonnement-id.ts'

export async function changeAbonnementAction(previous: FormState, formData: FormData): Promise<FormState> {
  const { id, actor } = await readAbonnementId(formData)
  const form = readAbonnementForm(changeForm, formData)
  const { entered } = form
  const refuse = (errors: FieldError<keyof Entered>[]): FormState => ({
    kind: 'invalid',
    round: previous.round + 1,
    entered,
    errors,
  })
  if (!form.ok) return refuse(form.errors)

  const changed = await changeAbonnement(zaaksysteem(), { id, actor, change: form.fields })
  if (changed.ok) redirect(`${abonnementPath(id)}?gedaan=gewijzigd`)
  if (changed.reason === 'not_found') notFound()
  return refuse([{ name: 'contentmodus', text: abonnementen.fout.modusPastNiet }])
}
