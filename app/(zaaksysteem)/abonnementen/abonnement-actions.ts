'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { type ProefberichtResultaat, proefberichtRequest } from '#lib/contract/webhook.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import type { Rotated } from '#lib/ui/staff/rotate-form.tsx'
import { rotateGeheim } from '#lib/zaaksysteem/abonnement/geheim/rotate-geheim.ts'
import { pauseAbonnement, resumeAbonnement } from '#lib/zaaksysteem/abonnement/pause-abonnement.ts'
import { awaitHandshake, requestHandshake } from '#lib/zaaksysteem/abonnement/toestemming/request-toestemming.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requestHerstel } from '#lib/zaaksysteem/herstel/herstelactie.ts'
import { redeliver } from '#lib/zaaksysteem/herstel/redeliver.ts'
import { sendProefbericht } from '#lib/zaaksysteem/proefbericht/send-proefbericht.ts'
import { readViewer } from './require-viewer.ts'
import { abonnementPath, bezorgingPath, textsOf, type Viewer } from './viewer.ts'

const OVERLAP_HOURS = 24

async function readAct(formData: FormData) {
  const { viewer, by } = await readViewer(formData)
  const { abonnementId: id } = readHidden(z.object({ abonnementId: z.uuid() }), formData)
  return { viewer, act: { ...by, id } }
}

/** @param gedaan code of the result that the page announces, if any */
function goBack(viewer: Viewer, id: string, gedaan: string | false): never {
  redirect(`${abonnementPath(viewer, id)}${gedaan ? `?gedaan=${gedaan}` : ''}`)
}

export async function pauseAbonnementAction(formData: FormData): Promise<void> {
  const { viewer, act } = await readAct(formData)
  const paused = await pauseAbonnement(zaaksysteem(), act)
  if (!paused.ok && paused.reason === 'not_found') notFound()
  goBack(viewer, act.id, paused.ok && 'gepauzeerd')
}

export async function resumeAbonnementAction(formData: FormData): Promise<void> {
  const { viewer, act } = await readAct(formData)
  const resumed = await resumeAbonnement(zaaksysteem(), act)
  if (!resumed.ok && resumed.reason === 'not_found') notFound()
  goBack(viewer, act.id, resumed.ok && 'hervat')
}

export async function askToestemmingAction(formData: FormData): Promise<void> {
  const { viewer, act } = await readAct(formData)
  const ctx = zaaksysteem()
  const requested = await requestHandshake(ctx, act)
  if (!requested.ok && requested.reason === 'not_found') notFound()
  if (!requested.ok) goBack(viewer, act.id, 'teVaak')
  // A supplier's request does not wait for its own sink: the page refreshes until the handshake has ended.
  if (viewer.rol === 'client') goBack(viewer, act.id, 'gevraagd')
  const foutdetail = await awaitHandshake(ctx, requested.handshakeId)
  goBack(viewer, act.id, `toestemming${foutdetail ? `&foutdetail=${foutdetail}` : ''}`)
}

/** Redelivers everything undelivered, however old; purged events stay purged. */
export async function redeliverAllAction(formData: FormData): Promise<void> {
  const { viewer, act } = await readAct(formData)
  const { id: abonnementId, ...by } = act
  const requested = await requestHerstel(zaaksysteem(), { ...by, abonnementId, vanaf: new Date(0) })
  if (!requested.ok && requested.reason === 'not_found') notFound()
  goBack(viewer, abonnementId, (requested.ok || requested.reason === 'in_progress') && 'hersteld')
}

/** Answers with the new secret, which nothing shows again. */
export async function rotateGeheimAction(_: unknown, formData: FormData): Promise<FormState<Rotated>> {
  const { viewer, act } = await readAct(formData)
  const { overlap } = readHidden(z.object({ overlap: z.string().optional() }), formData)
  const overlapHours = overlap === '0' ? 0 : OVERLAP_HOURS
  const rotated = await rotateGeheim(zaaksysteem(), { ...act, overlapHours })
  // An abonnement without a secret has no such page either.
  if (!rotated.ok) notFound()
  const { geheim: texts } = textsOf(viewer)
  return { errors: [], answer: { value: rotated.geheim, gevolg: overlapHours > 0 ? texts.oud24 : texts.oud0 } }
}

export async function sendProefberichtAction(
  _: unknown,
  formData: FormData,
): Promise<FormState<ProefberichtResultaat>> {
  const { viewer, act } = await readAct(formData)
  const { proef } = textsOf(viewer)
  const form = readForm(z.object({ type: z.enum(proefberichtRequest.shape.type.options, proef.foutSoort) }), formData)
  if (!form.ok) return form.refusal

  const sent = await sendProefbericht(zaaksysteem(), { ...act, type: form.fields.type })
  // keeps the form with the chosen type
  if (sent.ok) return { ...form.refuse(), answer: sent.resultaat }
  if (sent.reason === 'not_found') notFound()
  const text = sent.reason === 'wrong_status' ? proef.foutStatus : proef.foutVaak(sent.left.seconds)
  return form.refuse({ name: 'type', text })
}

/**
 * `pogingen`: the number of attempts on the page, which shows the redelivery as requested until that
 * increases.
 */
const redeliverForm = z.object({
  bezorgingId: z.string().regex(/^[1-9]\d{0,17}$/),
  pogingen: z.coerce.number().int().min(0),
})

export async function redeliverAction(_: unknown, formData: FormData): Promise<FormState<{ refused: string }>> {
  const { viewer, by } = await readViewer(formData)
  const { bezorgingId, pogingen } = readHidden(redeliverForm, formData)
  const redelivered = await redeliver(zaaksysteem(), { ...by, bezorgingId })
  if (redelivered.ok) redirect(`${bezorgingPath(viewer, bezorgingId)}?gevraagd=${pogingen}`)
  if (redelivered.reason === 'not_found') notFound()
  return { errors: [], answer: { refused: textsOf(viewer).bezorging.fout[redelivered.reason] } }
}
