'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { markMeldingGezien } from '#lib/zaaksysteem/bezorging/mark-melding-gezien.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/session/require-beheerder.ts'

export async function markMeldingGezienAction(formData: FormData): Promise<void> {
  await requireBeheerder()
  const id = z.uuid().safeParse(formData.get('meldingId'))
  if (id.success) await markMeldingGezien(zaaksysteem(), id.data)
  refresh()
}
