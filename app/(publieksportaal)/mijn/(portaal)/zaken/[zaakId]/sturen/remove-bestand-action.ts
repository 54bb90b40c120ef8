'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { removeBestand } from '#lib/publieksportaal/bestand/ready-bestanden.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { sturenPath } from '../paths.ts'

const fields = z.object({ zaakId: z.uuid(), bestand: z.uuid() })

export async function removeBestandAction(formData: FormData): Promise<void> {
  const { burgerId } = await requireIngelogde()
  const { zaakId, bestand } = readHidden(fields, formData)
  await removeBestand(publieksportaal(), { burgerId, zaakId, id: bestand })
  refresh()
  // drops the error that the URL may hold
  redirect(sturenPath(zaakId))
}
