'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { pauseAbonnement } from '#lib/zaaksysteem/abonnement/pause-abonnement.ts'
import { resumeAbonnement } from '#lib/zaaksysteem/abonnement/resume-abonnement.ts'
import { requestHandshake } from '#lib/zaaksysteem/abonnement/toestemming/request-handshake.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requestHerstel } from '#lib/zaaksysteem/herstel/request-herstel.ts'
import { mijnAbonnementPath } from '../../../paths.ts'

const form = z.object({ abonnementId: z.uuid() })

export async function pauseOwnAbonnementAction(formData: FormData): Promise<void> {
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  const { abonnementId: id } = readHidden(form, formData)
  const paused = await pauseAbonnement(zaaksysteem(), { id, client, actor })
  goBack(id, paused.ok ? 'gepauzeerd' : paused.reason)
}

export async function resumeOwnAbonnementAction(formData: FormData): Promise<void> {
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  const { abonnementId: id } = readHidden(form, formData)
  const resumed = await resumeAbonnement(zaaksysteem(), { id, client, actor })
  goBack(id, resumed.ok ? 'hervat' : resumed.reason)
}

export async function askOwnSinkAction(formData: FormData): Promise<void> {
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  const { abonnementId: id } = readHidden(form, formData)
  const requested = await requestHandshake(zaaksysteem(), { id, client, actor })
  if (requested.ok) goBack(id, 'gevraagd')
  goBack(id, requested.reason === 'too_many_requests' ? 'teVaak' : requested.reason)
}

/** Redelivers everything undelivered, however old; purged events stay purged. */
export async function redeliverAllOwnAction(formData: FormData): Promise<void> {
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  const { abonnementId: id } = readHidden(form, formData)
  const requested = await requestHerstel(zaaksysteem(), { abonnementId: id, client, actor, vanaf: new Date(0) })
  goBack(id, requested.ok || requested.reason === 'in_progress' ? 'hersteld' : requested.reason)
}

function goBack(id: string, gedaan: string): never {
  if (gedaan === 'not_found') notFound()
  redirect(`${mijnAbonnementPath(id)}?gedaan=${gedaan}`)
}
