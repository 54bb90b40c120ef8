import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import type { Actor } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'

type Field = 'abonnementId' | 'clientId'

/**
 * Begins an action of a beheerder on one item: requires a beheerder, and reads the item's id from `field`.
 */
export async function readManaged(formData: FormData, field: Field): Promise<{ id: string; actor: Actor }> {
  const beheerder = await requireBeheerder()
  const form = readHidden(z.object({ [field]: z.uuid() }), formData)
  return { id: form[field] as string, actor: await deskActor(beheerder) }
}
