'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { reportAanvullingen } from '#lib/publieksportaal/inzending/report-aanvullingen.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { list, versie } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { afterInzenden } from '../paths.ts'

const fields = z.object({ zaakId: z.uuid(), versie, aanvulling: list(z.array(z.uuid()).min(1).max(20)) })

export async function reportAanvullingenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const { aanvulling, ...sent } = readHidden(fields, formData)
  const { zaakId } = sent
  const reported = await reportAanvullingen(publieksportaal(), {
    burgerId,
    gemachtigdeId,
    ...sent,
    aanvullingen: aanvulling,
  })
  if (!reported.ok && reported.reason === 'not_found') notFound()
  // to another place of the page itself the browser would keep what it has
  refresh()
  redirect(afterInzenden(zaakId, reported))
}
