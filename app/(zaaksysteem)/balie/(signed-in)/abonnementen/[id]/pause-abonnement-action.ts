'use server'

import { redirect } from 'next/navigation'
import { pauseAbonnement } from '#lib/zaaksysteem/abonnement/pause-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../paths.ts'
import { readManaged } from '../../read-managed.ts'

export async function pauseAbonnementAction(formData: FormData): Promise<void> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const { ok } = await pauseAbonnement(zaaksysteem(), { id, actor })
  redirect(`${abonnementPath(id)}${ok ? '?gedaan=gepauzeerd' : ''}`)
}
