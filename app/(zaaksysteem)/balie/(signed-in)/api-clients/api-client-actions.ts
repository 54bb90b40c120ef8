'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import type { Rotated } from '#lib/ui/staff/rotate-form.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { changeApiClient, createApiClient } from '#lib/zaaksysteem/api-client/change-api-client.ts'
import { rotateToken } from '#lib/zaaksysteem/api-client/rotate-token.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { apiClientPath } from '../paths.ts'
import { readManaged } from '../read-managed.ts'
import { changeForm, createForm } from './api-client-fields.ts'
import type { CreatedClient } from './api-client-form.tsx'

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

const OVERLAP_HOURS: Record<string, number> = { '168': 168, '24': 24, '0': 0 }
const USUAL_OVERLAP_HOURS = 168
const { token: texts } = apiClients

export async function rotateTokenAction(_: unknown, formData: FormData): Promise<FormState<Rotated>> {
  const { id, actor } = await readManaged(formData, 'clientId')
  const { overlap = '' } = readHidden(z.object({ overlap: z.string().optional() }), formData)
  const overlapHours = OVERLAP_HOURS[overlap] ?? USUAL_OVERLAP_HOURS
  const rotated = await rotateToken(zaaksysteem(), { id, overlapHours, actor })
  if (rotated.ok) {
    const gevolg = overlapHours > 0 ? texts.oudOverlap : texts.oudDirect
    return { errors: [], answer: { value: rotated.token, gevolg } }
  }
  if (rotated.reason === 'not_found') notFound()
  return { errors: [], answer: { refused: texts.teVeel } }
}
