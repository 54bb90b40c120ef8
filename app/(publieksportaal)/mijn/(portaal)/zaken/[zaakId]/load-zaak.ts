import { notFound } from 'next/navigation'
import { cache } from 'react'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findInzendingen } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaak-of-burger.ts'

/** The zaak of a page below its own, and what was said about it. The page and its title share what is read. */
export const loadZaak = cache(async (zaakId: string) => {
  const { burgerId } = await requireIngelogde()
  const ctx = publieksportaal()
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) notFound()
  return { burgerId, zaak, inzendingen: await findInzendingen(ctx, { burgerId, zaakId }) }
})
