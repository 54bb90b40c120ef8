'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { confirmGezien } from '#lib/publieksportaal/zaak/confirm-gezien.ts'
import { zaakPath } from './paths.ts'

const fields = z.object({ zaakId: z.uuid(), versie: z.coerce.number().pipe(z.int32().positive()) })

/** The citizen, or who acts for him, says that this versie was read. Leads back to the zaak: of somebody else's there is no page. */
export async function confirmGezienAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId, namens } = await requireIngelogde()
  const read = fields.safeParse(Object.fromEntries(formData))
  if (!read.success) notFound()
  await confirmGezien(publieksportaal(), { burgerId, gemachtigdeId, namens: namens?.soort ?? null, ...read.data })
  redirect(zaakPath(read.data.zaakId))
}
