'use server'

import { notFound, redirect } from 'next/navigation'
import { changeApiClient } from '#lib/zaaksysteem/api-client/change-api-client.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { FormState } from '../../form-state.ts'
import { apiClientPath } from '../../paths.ts'
import { changeForm, readApiClientForm } from '../../read-api-client-form.ts'
import { readClientId } from '../read-client-id.ts'

export async function changeApiClientAction(previous: FormState, formData: FormData): Promise<FormState> {
  const { id, actor } = await readClientId(formData)
  const ctx = zaaksysteem()
  const form = readApiClientForm(changeForm(ctx.clock()), formData)
  const { entered } = form
  if (!form.ok) return { kind: 'invalid', round: previous.round + 1, entered, errors: form.errors }

  const changed = await changeApiClient(ctx, { id, rights: form.fields, actor })
  if (!changed.ok && changed.reason === 'not_found') notFound()
  // One that a colleague withdrew meanwhile says so on its page.
  redirect(`${apiClientPath(id)}${changed.ok ? '?gedaan=gewijzigd' : ''}`)
}
