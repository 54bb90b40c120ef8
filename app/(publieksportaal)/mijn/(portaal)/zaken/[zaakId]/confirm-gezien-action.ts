'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { confirmGezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'
import { versie } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaakPath } from './paths.ts'

const fields = z.object({ zaakId: z.uuid(), versie })

/**
 * Records that the citizen or a representative read this versie, and redirects to the zaak. The page of
 * another citizen's zaak answers 404.
 */
export async function confirmGezienAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId, namens } = await requireIngelogde()
  const sent = readHidden(fields, formData)
  await confirmGezien(publieksportaal(), { burgerId, gemachtigdeId, namens: namens?.soort ?? null, ...sent })
  redirect(zaakPath(sent.zaakId))
}
