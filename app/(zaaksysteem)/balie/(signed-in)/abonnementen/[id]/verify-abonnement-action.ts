'use server'

import { redirect } from 'next/navigation'
import { verifyAbonnement } from '#lib/zaaksysteem/abonnement/toestemming/verify-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../paths.ts'
import { readAbonnementId } from './read-abonnement-id.ts'

export async function verifyAbonnementAction(formData: FormData): Promise<void> {
  const { id, actor } = await readAbonnementId(formData)
  const consent = await verifyAbonnement(zaaksysteem(), id, { actor })
  const foutdetail = consent?.ok === false && consent.detail
  redirect(`${abonnementPath(id)}?gedaan=geverifieerd${foutdetail ? `&foutdetail=${foutdetail}` : ''}`)
}
