'use server'

import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requestIntrekking } from '#lib/publieksportaal/inzending/request-intrekking.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { versie } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { afterInzenden } from '../after-inzenden.ts'

const fields = z.object({ zaakId: z.uuid(), versie })

export async function requestIntrekkingAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const wanted = { burgerId, gemachtigdeId, ...readHidden(fields, formData) }
  afterInzenden(wanted.zaakId, await requestIntrekking(publieksportaal(), wanted))
}
