'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { deleteWeergave } from '#lib/zaaksysteem/werkvoorraad/weergave/save-weergave.ts'

export async function deleteWeergaveAction(formData: FormData): Promise<void> {
  const behandelaar = await requireBehandelaar()
  const { id } = readHidden(z.object({ id: z.uuid() }), formData)
  await deleteWeergave(zaaksysteem(), id, behandelaar)
  refresh()
}
