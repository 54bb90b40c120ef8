'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { reportAanvullingen } from '#lib/publieksportaal/inzending/report-aanvullingen.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { afterInzenden } from './paths.ts'

const fields = z.object({
  zaakId: z.uuid(),
  versie: z.coerce.number().pipe(z.int32().positive()),
  aanvullingen: z.array(z.uuid()).min(1).max(20),
})

export async function reportAanvullingenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const read = fields.safeParse({ ...Object.fromEntries(formData), aanvullingen: formData.getAll('aanvulling') })
  if (!read.success) notFound()
  const { zaakId } = read.data
  const reported = await reportAanvullingen(publieksportaal(), { burgerId, gemachtigdeId, ...read.data })
  if (!reported.ok && reported.reason === 'not_found') notFound()
  // to another place of the page itself the browser would keep what it has
  refresh()
  redirect(afterInzenden(zaakId, reported))
}
