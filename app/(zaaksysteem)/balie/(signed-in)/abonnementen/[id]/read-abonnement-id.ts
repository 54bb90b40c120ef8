import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import type { Actor } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'

/** Every action on an abonnement begins with this: only a beheerder may, who is its actor, and the form says which one. */
export async function readAbonnementId(formData: FormData): Promise<{ id: string; actor: Actor }> {
  const behandelaar = await requireBeheerder()
  const { abonnementId } = readHidden(z.object({ abonnementId: z.uuid() }), formData)
  return { id: abonnementId, actor: await deskActor(behandelaar) }
}
