'use server'

import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { reportAanvullingen } from '#lib/publieksportaal/inzending/report-aanvullingen.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { list, versie } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { afterInzenden } from '../after-inzenden.ts'

const fields = z.object({ zaakId: z.uuid(), versie, aanvulling: list(z.array(z.uuid()).min(1).max(20)) })

export async function reportAanvullingenAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const { aanvulling: aanvullingen, ...sent } = readHidden(fields, formData)
  const wanted = { burgerId, gemachtigdeId, ...sent, aanvullingen }
  afterInzenden(sent.zaakId, await reportAanvullingen(publieksportaal(), wanted))
}
