'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { redeliver } from '#lib/zaaksysteem/herstel/redeliver.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { bezorgingPath } from '../balie/(signed-in)/paths.ts'

/**
 * `pogingen`: the number of attempts on the page, which shows the redelivery as requested until that
 * increases.
 */
const redeliverForm = z.object({
  bezorgingId: z.string().regex(/^[1-9]\d{0,17}$/),
  pogingen: z.coerce.number().int().min(0),
})

export async function redeliverAction(_: unknown, formData: FormData): Promise<FormState<{ refused: string }>> {
  const beheerder = await requireBeheerder()
  const { bezorgingId, pogingen } = readHidden(redeliverForm, formData)
  const redelivered = await redeliver(zaaksysteem(), { bezorgingId, actor: await deskActor(beheerder) })
  if (redelivered.ok) redirect(`${bezorgingPath(bezorgingId)}?gevraagd=${pogingen}`)
  if (redelivered.reason === 'not_found') notFound()
  return { errors: [], answer: { refused: bezorgingen.fout[redelivered.reason] } }
}
