import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import type { Actor } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'

/** Every action on an API client begins with this: only a beheerder may, who is its actor, and the form says which one. */
export async function readClientId(formData: FormData): Promise<{ id: string; actor: Actor }> {
  const behandelaar = await requireBeheerder()
  const { clientId } = readHidden(z.object({ clientId: z.uuid() }), formData)
  return { id: clientId, actor: await deskActor(behandelaar) }
}
