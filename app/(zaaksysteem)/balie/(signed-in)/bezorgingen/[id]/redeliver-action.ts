'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { redeliver } from '#lib/zaaksysteem/herstel/redeliver.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { bezorgingPath } from '../../paths.ts'

export type RedeliverFormState = { error?: string }

/** `pogingen` is how many the page showed: the page says that the redelivery was asked for until there is one more. */
const redeliverForm = z.object({
  bezorgingId: z.string().regex(/^[1-9]\d{0,17}$/),
  pogingen: z.coerce.number().int().min(0),
})

export async function redeliverAction(_: RedeliverFormState, formData: FormData): Promise<RedeliverFormState> {
  const beheerder = await requireBeheerder()
  const parsed = redeliverForm.safeParse(Object.fromEntries(formData))
  if (!parsed.success) notFound()
  const { bezorgingId, pogingen } = parsed.data
  const redelivered = await redeliver(zaaksysteem(), { bezorgingId, actor: await deskActor(beheerder) })
  if (redelivered.ok) redirect(`${bezorgingPath(bezorgingId)}?gevraagd=${pogingen}`)
  if (redelivered.reason === 'not_found') notFound()
  return { error: bezorgingen.fout[redelivered.reason] }
}
