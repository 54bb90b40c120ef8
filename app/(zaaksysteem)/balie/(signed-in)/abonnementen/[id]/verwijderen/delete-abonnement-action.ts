'use server'

import { redirect } from 'next/navigation'
import { deleteAbonnement } from '#lib/zaaksysteem/abonnement/delete-abonnement.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { ABONNEMENTEN } from '../../../paths.ts'
import { readManaged } from '../../../read-managed.ts'

export async function deleteAbonnementAction(formData: FormData): Promise<void> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  await deleteAbonnement(zaaksysteem(), { id, actor })
  redirect(`${ABONNEMENTEN}?gedaan=verwijderd`)
}
