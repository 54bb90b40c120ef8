'use server'

import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { createApiClient } from '#lib/zaaksysteem/api-client/create-api-client.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import type { Entered, FormState } from '../form-state.ts'
import { createForm, readApiClientForm } from '../read-api-client-form.ts'

/** The answer is the only place where the token is ever shown. */
export async function createApiClientAction(previous: FormState, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const ctx = zaaksysteem()
  const round = previous.round + 1
  const form = readApiClientForm(createForm(ctx.clock()), formData)
  const { entered } = form
  const refuse = (errors: FieldError<keyof Entered>[]): FormState => ({ kind: 'invalid', round, entered, errors })
  if (!form.ok) return refuse(form.errors)

  const { naam, ...rights } = form.fields
  const created = await createApiClient(ctx, { naam, rights, actor })
  if (!created.ok) return refuse([{ name: 'naam', text: apiClients.fout.naamBezet }])
  return { kind: 'created', round, id: created.id, naam, token: created.token }
}
