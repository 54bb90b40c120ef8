'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { ABONNEMENTEN_SCOPE, requireClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { redeliver } from '#lib/zaaksysteem/herstel/redeliver.ts'
import { mijnBezorgingPath } from '../../../paths.ts'

/**
 * `pogingen`: the number of attempts on the page, which shows the redelivery as requested until that
 * increases.
 */
const redeliverForm = z.object({
  bezorgingId: z.string().regex(/^[1-9]\d{0,17}$/),
  pogingen: z.coerce.number().int().min(0),
})

export async function redeliverOwnAction(_: unknown, formData: FormData): Promise<FormState<{ refused: string }>> {
  const { client, actor } = await requireClient(ABONNEMENTEN_SCOPE)
  const { bezorgingId, pogingen } = readHidden(redeliverForm, formData)
  const redelivered = await redeliver(zaaksysteem(), { bezorgingId, client, actor })
  if (redelivered.ok) redirect(`${mijnBezorgingPath(bezorgingId)}?gevraagd=${pogingen}`)
  if (redelivered.reason === 'not_found') notFound()
  return { errors: [], answer: { refused: mijn[await currentTaal()].bezorging.fout[redelivered.reason] } }
}
