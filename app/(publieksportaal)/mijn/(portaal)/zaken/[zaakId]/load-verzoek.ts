import { notFound } from 'next/navigation'
import { cache } from 'react'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findInzendingen } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { findOpenVerzoek } from '#lib/publieksportaal/inzending/find-open-verzoek.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaak-of-burger.ts'

/** The zaak, and what the citizen asked last of this kind and nobody settled. A page and its title share what is read. */
export const loadVerzoek = cache(async (soort: Parameters<typeof findOpenVerzoek>[0], zaakId: string) => {
  const { burgerId } = await requireIngelogde()
  const ctx = publieksportaal()
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) notFound()
  return { zaak, asked: findOpenVerzoek(soort, zaak, await findInzendingen(ctx, { burgerId, zaakId })) }
})
