'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { markMeldingGezien } from '#lib/zaaksysteem/upkeep/mark-melding-gezien.ts'

export async function markMeldingGezienAction(formData: FormData): Promise<void> {
  const actor = await deskActor(await requireBeheerder())
  const { meldingId: id } = readHidden(z.object({ meldingId: z.uuid() }), formData)
  await markMeldingGezien(zaaksysteem(), { id, actor })
  refresh()
}
