'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { markGezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'

const fields = z.object({ zaakId: z.uuid(), versie: z.int().positive() })

/** Records that this versie has been on screen. Does not revalidate the page, so that highlights stay. */
export async function markGezienAction(zaakId: string, versie: number): Promise<void> {
  const burger = await currentBurger()
  if (!burger) return
  const { burgerId, namens } = burger
  const shown = fields.safeParse({ zaakId, versie })
  if (!shown.success) notFound()
  await markGezien(publieksportaal(), { burgerId, namens: namens?.soort ?? null, ...shown.data })
}
