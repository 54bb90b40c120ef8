'use server'

import { notFound, redirect } from 'next/navigation'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { changeAbonnement } from '#lib/zaaksysteem/abonnement/change-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../../paths.ts'
import { readManaged } from '../../../read-managed.ts'
import { changeForm } from '../../abonnement-fields.ts'
import { faultErrors, TOEGANG_SECRETS } from '../../toegang-wish.ts'

export async function changeAbonnementAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const form = readForm(changeForm, formData, { passwords: ['secret', ...TOEGANG_SECRETS] })
  if (!form.ok) return form.refusal

  const changed = await changeAbonnement(zaaksysteem(), { id, actor, change: form.fields })
  if (changed.ok) redirect(`${abonnementPath(id)}?gedaan=gewijzigd`)
  if (changed.reason === 'not_found') notFound()
  return form.refuse(...faultErrors(changed.faults, abonnementen.fout))
}
