'use server'

import { notFound, redirect } from 'next/navigation'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { changeApiClient } from '#lib/zaaksysteem/api-client/change-api-client.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { apiClientPath } from '../../../paths.ts'
import { readManaged } from '../../../read-managed.ts'
import { changeForm } from '../../api-client-fields.ts'

export async function changeApiClientAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, actor } = await readManaged(formData, 'clientId')
  const ctx = zaaksysteem()
  const form = readForm(changeForm(ctx.clock()), formData)
  if (!form.ok) return form.refusal

  const changed = await changeApiClient(ctx, { id, rights: form.fields, actor })
  if (!changed.ok && changed.reason === 'not_found') notFound()
  // The page itself shows that a colleague withdrew the client meanwhile.
  redirect(`${apiClientPath(id)}${changed.ok ? '?gedaan=gewijzigd' : ''}`)
}
