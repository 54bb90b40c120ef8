'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { currentBurger, requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { confirmGezien, markGezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'
import { versie } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaakPath } from './paths.ts'

const shownFields = z.object({ zaakId: z.uuid(), versie: z.int().positive() })

/** Records that this versie has been on screen. Does not revalidate the page, so that highlights stay. */
export async function markGezienAction(zaakId: string, versie: number): Promise<void> {
  const burger = await currentBurger()
  if (!burger) return
  const { burgerId, namens } = burger
  const shown = shownFields.safeParse({ zaakId, versie })
  if (!shown.success) notFound()
  await markGezien(publieksportaal(), { burgerId, namens: namens?.soort ?? null, ...shown.data })
}

const confirmFields = z.object({ zaakId: z.uuid(), versie })

/**
 * Records that the citizen or a representative read this versie, and redirects to the zaak. The page of
 * another citizen's zaak answers 404.
 */
export async function confirmGezienAction(formData: FormData): Promise<void> {
  const { burgerId, gemachtigdeId, namens } = await requireIngelogde()
  const sent = readHidden(confirmFields, formData)
  await confirmGezien(publieksportaal(), { burgerId, gemachtigdeId, namens: namens?.soort ?? null, ...sent })
  redirect(zaakPath(sent.zaakId))
}
