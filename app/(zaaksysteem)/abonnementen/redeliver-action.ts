'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { redeliver } from '#lib/zaaksysteem/herstel/redeliver.ts'
import { readViewer } from './require-viewer.ts'
import { bezorgingPath, textsOf } from './viewer.ts'

/**
 * `pogingen`: the number of attempts on the page, which shows the redelivery as requested until that
 * increases.
 */
const redeliverForm = z.object({
  bezorgingId: z.string().regex(/^[1-9]\d{0,17}$/),
  pogingen: z.coerce.number().int().min(0),
})

export async function redeliverAction(_: unknown, formData: FormData): Promise<FormState<{ refused: string }>> {
  const { viewer, by } = await readViewer(formData)
  const { bezorgingId, pogingen } = readHidden(redeliverForm, formData)
  const redelivered = await redeliver(zaaksysteem(), { ...by, bezorgingId })
  if (redelivered.ok) redirect(`${bezorgingPath(viewer, bezorgingId)}?gevraagd=${pogingen}`)
  if (redelivered.reason === 'not_found') notFound()
  return { errors: [], answer: { refused: textsOf(viewer).bezorging.fout[redelivered.reason] } }
}
