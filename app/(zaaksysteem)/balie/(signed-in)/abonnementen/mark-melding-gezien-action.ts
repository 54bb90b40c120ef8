'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { markMeldingGezien } from '#lib/zaaksysteem/upkeep/mark-melding-gezien.ts'

export async function markMeldingGezienAction(formData: FormData): Promise<void> {
  await requireBeheerder()
  const id = z.uuid().safeParse(formData.get('meldingId'))
  if (id.success) await markMeldingGezien(zaaksysteem(), id.data)
  refresh()
}
