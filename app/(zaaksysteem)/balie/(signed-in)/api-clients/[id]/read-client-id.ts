import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { Actor } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'

/** Every action on an API client begins with this: only a beheerder may, who is its actor, and the form says which one. */
export async function readClientId(formData: FormData): Promise<{ id: string; actor: Actor }> {
  const behandelaar = await requireBeheerder()
  return { id: readUuid(formData, 'clientId'), actor: await deskActor(behandelaar) }
}

export function readUuid(formData: FormData, name: string): string {
  const id = z.uuid().safeParse(formData.get(name))
  if (!id.success) notFound()
  return id.data
}
