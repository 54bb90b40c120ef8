'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { takeBackInzending } from '#lib/publieksportaal/inzending/take-back-inzending.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { storable } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { inzendingId, TE_LAAT, zaakPath } from './paths.ts'

const fields = z.object({ zaakId: z.uuid(), nummer: storable.max(20) })

export async function takeBackAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const { zaakId, nummer } = readHidden(fields, formData)
  const taken = await takeBackInzending(publieksportaal(), { burgerId, gemachtigdeId, zaakId, nummer })
  if (!taken.ok && taken.reason === 'not_found') notFound()
  // a redirect to another place on the same page would otherwise reuse the router cache
  refresh()
  redirect(`${zaakPath(zaakId)}${taken.ok ? '' : `?${TE_LAAT}=${nummer}`}#${inzendingId(nummer)}`)
}
