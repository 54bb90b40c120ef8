'use server'

import { notFound, redirect } from 'next/navigation'
import { awaitHandshake, requestHandshake } from '#lib/zaaksysteem/abonnement/toestemming/request-handshake.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../paths.ts'
import { readManaged } from '../../read-managed.ts'

export async function askToestemmingAction(formData: FormData): Promise<void> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const ctx = zaaksysteem()
  const requested = await requestHandshake(ctx, { id, actor })
  if (!requested.ok) notFound()
  const foutdetail = await awaitHandshake(ctx, requested.handshakeId)
  redirect(`${abonnementPath(id)}?gedaan=toestemming${foutdetail ? `&foutdetail=${foutdetail}` : ''}`)
}
