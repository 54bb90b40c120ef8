'use server'

import { redirect } from 'next/navigation'
import { resumeAbonnement } from '#lib/zaaksysteem/abonnement/resume-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementPath } from '../../paths.ts'
import { readManaged } from '../../read-managed.ts'

export async function resumeAbonnementAction(formData: FormData): Promise<void> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const { ok } = await resumeAbonnement(zaaksysteem(), { id, actor })
  redirect(`${abonnementPath(id)}${ok ? '?gedaan=hervat' : ''}`)
}
