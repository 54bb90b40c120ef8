'use server'

import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { createApiClient } from '#lib/zaaksysteem/api-client/create-api-client.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { createForm } from '../api-client-fields.ts'
import type { CreatedClient } from '../api-client-form.tsx'

/** Only this answer ever shows the token. */
export async function createApiClientAction(_: unknown, formData: FormData): Promise<FormState<CreatedClient>> {
  const actor = await deskActor(await requireBeheerder())
  const ctx = zaaksysteem()
  const form = readForm(createForm(ctx.clock()), formData)
  if (!form.ok) return form.refusal

  const { naam, ...rights } = form.fields
  const created = await createApiClient(ctx, { naam, rights, actor })
  if (!created.ok) return form.refuse({ name: 'naam', text: apiClients.fout.naamBezet })
  return { errors: [], answer: { id: created.id, naam, token: created.token } }
}
