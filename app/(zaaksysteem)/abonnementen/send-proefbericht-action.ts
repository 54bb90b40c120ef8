'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { type ProefberichtResultaat, proefberichtRequest } from '#lib/contract/webhook.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { sendProefbericht } from '#lib/zaaksysteem/proefbericht/send-proefbericht.ts'
import { readManaged } from '../balie/(signed-in)/read-managed.ts'

const { proef } = abonnementen

const proefberichtForm = z.object({ type: z.enum(proefberichtRequest.shape.type.options, proef.foutSoort) })

export async function sendProefberichtAction(
  _: unknown,
  formData: FormData,
): Promise<FormState<ProefberichtResultaat>> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const form = readForm(proefberichtForm, formData)
  if (!form.ok) return form.refusal

  const sent = await sendProefbericht(zaaksysteem(), { id, actor, type: form.fields.type })
  // keeps the form with the chosen type
  if (sent.ok) return { ...form.refuse(), answer: sent.resultaat }
  if (sent.reason === 'not_found') notFound()
  const text = sent.reason === 'wrong_status' ? proef.foutStatus : proef.foutVaak(sent.left.seconds)
  return form.refuse({ name: 'type', text })
}
