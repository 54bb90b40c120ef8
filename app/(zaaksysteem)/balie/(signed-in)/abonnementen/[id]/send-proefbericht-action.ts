'use server'

import { notFound } from 'next/navigation'
import { type ProefberichtResultaat, proefberichtRequest } from '#lib/contract/webhook.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { sendProefbericht } from '#lib/zaaksysteem/proefbericht/send-proefbericht.ts'
import { readAbonnementId } from './read-abonnement-id.ts'

/** `entered`: the type that was chosen, which the form shows again. */
export type ProefberichtFormState = {
  round?: number
  entered?: string
  error?: string
  resultaat?: ProefberichtResultaat
}

const { proef } = abonnementen

export async function sendProefberichtAction(
  previous: ProefberichtFormState,
  formData: FormData,
): Promise<ProefberichtFormState> {
  const { id, actor } = await readAbonnementId(formData)
  const round = (previous.round ?? 0) + 1
  const read = proefberichtRequest.safeParse({ type: formData.get('type') })
  if (!read.success) return { round, error: proef.foutSoort }

  const { type } = read.data
  const sent = await sendProefbericht(zaaksysteem(), { id, actor, type })
  if (sent.ok) return { round, entered: type, resultaat: sent.resultaat }
  if (sent.reason === 'not_found') notFound()
  const error = sent.reason === 'wrong_status' ? proef.foutStatus : proef.foutVaak(sent.retryAfterSeconds)
  return { round, entered: type, error }
}
