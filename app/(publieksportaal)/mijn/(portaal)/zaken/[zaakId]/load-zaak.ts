import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findInzendingen } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import type { Taal } from '#lib/ui/text/taal.ts'

/** Loads the zaak and its inzendingen for a page below the zaak's own, cached for page and title. */
export const loadZaak = cache(async (zaakId: string) => {
  const { burgerId } = await requireIngelogde()
  const ctx = publieksportaal()
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) notFound()
  return { burgerId, zaak, inzendingen: await findInzendingen(ctx, { burgerId, zaakId }) }
})

/** Returns the `generateMetadata` of such a page: its subject and the zaak. */
export const titledByZaak =
  (titleIn: (taal: Taal) => string) =>
  async ({ params }: { params: Promise<{ zaakId: string }> }): Promise<Metadata> => {
    const { zaak } = await loadZaak((await params).zaakId)
    return { title: `${titleIn(await currentTaal())} ${zaak.omschrijving}` }
  }
