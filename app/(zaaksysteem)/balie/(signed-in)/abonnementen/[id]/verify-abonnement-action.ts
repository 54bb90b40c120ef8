'use server'

import { notFound, redirect } from 'next/navigation'
import { awaitVerificatie } from '#lib/zaaksysteem/abonnement/toestemming/await-verificatie.ts'
import { requestVerificatie } from '#lib/zaaksysteem/abonnement/toestemming/request-verificatie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../paths.ts'
import { readAbonnementId } from './read-abonnement-id.ts'

export async function verifyAbonnementAction(formData: FormData): Promise<void> {
  const { id, actor } = await readAbonnementId(formData)
  const ctx = zaaksysteem()
  const requested = await requestVerificatie(ctx, { id, actor })
  if (!requested.ok) notFound()
  const foutdetail = await awaitVerificatie(ctx, requested.verificatieId)
  redirect(`${abonnementPath(id)}?gedaan=geverifieerd${foutdetail ? `&foutdetail=${foutdetail}` : ''}`)
}
