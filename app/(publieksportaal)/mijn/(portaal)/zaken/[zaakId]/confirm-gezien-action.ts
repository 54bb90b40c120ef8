'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { markGezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'
import { zaakPath } from './paths.ts'

const fields = z.object({ zaakId: z.uuid(), versie: z.coerce.number().pipe(z.int32().positive()) })

/** The citizen says that this versie was read. Leads back to the zaak: of somebody else's there is no page. */
export async function confirmGezienAction(formData: FormData): Promise<void> {
  const { burgerId } = await requireIngelogde()
  const read = fields.safeParse(Object.fromEntries(formData))
  if (!read.success) notFound()
  await markGezien(publieksportaal(), { burgerId, ...read.data })
  redirect(zaakPath(read.data.zaakId))
}
