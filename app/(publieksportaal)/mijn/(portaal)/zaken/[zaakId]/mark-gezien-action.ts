'use server'

import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { markGezien } from '#lib/publieksportaal/zaak/mark-gezien.ts'

/** The browser says that this versie has been on screen. Renders nothing again: what is highlighted stays so. */
export async function markGezienAction(zaakId: string, versie: number): Promise<void> {
  const burger = await currentBurger()
  if (!burger) return
  const { burgerId, namens } = burger
  const gezien = { burgerId, namens: namens?.soort ?? null, zaakId: String(zaakId), versie: Number(versie) }
  await markGezien(publieksportaal(), gezien)
}
