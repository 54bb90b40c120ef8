import type { Metadata } from 'next'
import { z } from 'zod'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { ListTable } from '#lib/ui/staff/list/list-page.tsx'
import { hrefWith, optional, optionalCursor, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { findBezorgingen } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { BezorgingStatus } from '#lib/zaaksysteem/generated/enums.ts'
import { abonnementName } from '../../../../../(zaaksysteem)/abonnementen/abonnement-columns.tsx'
import { AbonnementPage } from '../../../../../(zaaksysteem)/abonnementen/abonnement-page.tsx'
import { bezorgingColumns } from '../../../../../(zaaksysteem)/abonnementen/bezorging-columns.tsx'
import { loadAbonnement } from '../../../../../(zaaksysteem)/abonnementen/require-viewer.ts'
import { abonnementPath, textsOf, type Viewer } from '../../../../../(zaaksysteem)/abonnementen/viewer.ts'
import { ClientBar } from '../../client-bar.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { abonnement } = await loadAbonnement('client', (await params).id)
  return { title: abonnementName(abonnement) }
}

export default async function Page({ params, searchParams }: Props) {
  const { viewer, abonnement } = await loadAbonnement('client', (await params).id)
  const asked = await searchParams
  return (
    <AbonnementPage
      viewer={viewer}
      abonnement={abonnement}
      asked={asked}
      trail={<ClientBar current={abonnementName(abonnement)} />}
    >
      <Bezorgingen viewer={viewer} abonnementId={abonnement.id} asked={asked} />
    </AbonnementPage>
  )
}

const fields = z.object({ status: optional(z.enum(BezorgingStatus)), cursor: optionalCursor })

/** All bezorgingen of the abonnement, by status: a supplier has no other list of them. */
async function Bezorgingen({
  viewer,
  abonnementId,
  asked,
}: {
  viewer: Viewer
  abonnementId: string
  asked: SearchParams
}) {
  const t = mijn[viewer.taal]
  const chosen = readSearchParams(fields, asked)
  const { regels, volgende, vorige } = await findBezorgingen(zaaksysteem(), {
    ...chosen,
    abonnementId,
    client: viewer.client,
  })
  const path = abonnementPath(viewer, abonnementId)
  return (
    <section>
      <Heading level={2}>{t.bezorgingen}</Heading>
      <ListFilter
        action={path}
        texts={t.filter}
        fields={{
          status: {
            soort: 'keuze',
            label: t.filter.status,
            alle: t.filter.alle,
            options: optionsOf(textsOf(viewer).bezorging.status),
          },
        }}
        values={{ status: chosen.status }}
        clearHref={chosen.status !== undefined && path}
      />
      <ListTable
        label={t.bezorgingen}
        columns={Object.values(bezorgingColumns(viewer))}
        rows={regels}
        keyOf={({ id }) => id}
        empty={{
          title: chosen.status ? t.geenZulke : t.geenBezorgingen,
          explanation: chosen.status ? t.geenZulkeUitleg : t.geenBezorgingenUitleg,
          level: 3,
        }}
        pages={{ texts: t.bladeren, vorige, volgende, hrefAt: (cursor) => hrefWith(path, { ...chosen, cursor }) }}
      />
    </section>
  )
}
