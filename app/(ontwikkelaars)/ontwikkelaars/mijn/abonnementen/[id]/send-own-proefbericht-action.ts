'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { SENT_TYPES } from '#lib/contract/beschrijving/event-schemas.ts'
import type { ProefberichtResultaat } from '#lib/contract/webhook.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { sendProefbericht } from '#lib/zaaksysteem/proefbericht/send-proefbericht.ts'

export async function sendOwnProefberichtAction(
  _: unknown,
  formData: FormData,
): Promise<FormState<ProefberichtResultaat>> {
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  const { proef } = mijn[await currentTaal()]
  const schema = z.object({ abonnementId: z.uuid(), type: z.enum(SENT_TYPES, proef.foutSoort) })
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal

  const { abonnementId: id, type } = form.fields
  const sent = await sendProefbericht(zaaksysteem(), { id, client, actor, type })
  // keeps the form with the chosen type
  if (sent.ok) return { ...form.refuse(), answer: sent.resultaat }
  if (sent.reason === 'not_found') notFound()
  const text = sent.reason === 'wrong_status' ? proef.foutStatus : proef.foutVaak(sent.left.seconds)
  return form.refuse({ name: 'type', text })
}
