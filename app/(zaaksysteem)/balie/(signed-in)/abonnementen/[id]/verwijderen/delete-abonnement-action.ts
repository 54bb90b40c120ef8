'use server'

import { redirect } from 'next/navigation'
import { deleteAbonnement } from '#lib/zaaksysteem/abonnement/delete-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { ABONNEMENTEN } from '../../../paths.ts'
import { readAbonnementId } from '../read-abonnement-id.ts'

export async function deleteAbonnementAction(formData: FormData): Promise<void> {
  const { id, actor } = await readAbonnementId(formData)
  await deleteAbonnement(zaaksysteem(), { id, actor })
  redirect(`${ABONNEMENTEN}?gedaan=verwijderd`)
}
