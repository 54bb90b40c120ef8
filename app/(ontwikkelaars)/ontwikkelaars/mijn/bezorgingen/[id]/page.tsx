import type { Metadata } from 'next'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { abonnementName } from '../../../../../(zaaksysteem)/abonnementen/abonnement-columns.tsx'
import { BezorgingPage } from '../../../../../(zaaksysteem)/abonnementen/bezorging-page.tsx'
import { loadBezorging } from '../../../../../(zaaksysteem)/abonnementen/require-viewer.ts'
import { abonnementPath, textsOf } from '../../../../../(zaaksysteem)/abonnementen/viewer.ts'
import { ClientBar } from '../../client-bar.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { viewer, bezorging } = await loadBezorging('client', (await params).id)
  return { title: textsOf(viewer).bezorging.detail.titel(bezorging.sequence) }
}

export default async function Page({ params, searchParams }: Props) {
  const { viewer, bezorging } = await loadBezorging('client', (await params).id)
  const { abonnementId, abonnementNaam, sink, sequence, zaakId } = bezorging
  const abonnement = {
    href: abonnementPath(viewer, abonnementId),
    text: abonnementName({ naam: abonnementNaam, sink }),
  }
  const current = textsOf(viewer).bezorging.detail.titel(sequence)
  return (
    <BezorgingPage
      viewer={viewer}
      bezorging={bezorging}
      asked={await searchParams}
      trail={<ClientBar path={[abonnement]} current={current} />}
      subject={[{ term: mijn[viewer.taal].zaak, value: <code className="staff-breakable">{zaakId}</code> }]}
    />
  )
}
