'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { deleteWeergave } from '#lib/zaaksysteem/balie/weergaven/delete-weergave.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'

export async function deleteWeergaveAction(formData: FormData): Promise<void> {
  const behandelaar = await requireBehandelaar()
  const id = z.uuid().safeParse(formData.get('id'))
  if (!id.success) notFound()
  await deleteWeergave(zaaksysteem(), id.data, behandelaar)
  refresh()
}
