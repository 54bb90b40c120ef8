'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { markMeldingGezien } from '#lib/zaaksysteem/upkeep/mark-melding-gezien.ts'

export async function markMeldingGezienAction(formData: FormData): Promise<void> {
  const behandelaar = await requireBeheerder()
  const id = z.uuid().safeParse(formData.get('meldingId'))
  const actor = await deskActor(behandelaar)
  if (id.success) await markMeldingGezien(zaaksysteem(), { id: id.data, actor })
  refresh()
}
