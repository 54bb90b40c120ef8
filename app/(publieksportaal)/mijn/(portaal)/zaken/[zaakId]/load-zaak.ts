import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findInzendingen } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaak-of-burger.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import type { Taal } from '#lib/ui/text/taal.ts'

/** The zaak of a page below its own, and what was said about it. The page and its title share what is read. */
export const loadZaak = cache(async (zaakId: string) => {
  const { burgerId } = await requireIngelogde()
  const ctx = publieksportaal()
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) notFound()
  return { burgerId, zaak, inzendingen: await findInzendingen(ctx, { burgerId, zaakId }) }
})

/** The `generateMetadata` of such a page: what it is for, and the zaak. */
export const titledByZaak =
  (titleIn: (taal: Taal) => string) =>
  async ({ params }: { params: Promise<{ zaakId: string }> }): Promise<Metadata> => {
    const { zaak } = await loadZaak((await params).zaakId)
    return { title: `${titleIn(await currentTaal())} ${zaak.omschrijving}` }
  }
