import type { Metadata } from 'next'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { BezorgingPage } from '../../../../abonnementen/bezorging-page.tsx'
import { loadBezorging } from '../../../../abonnementen/require-viewer.ts'
import { abonnementPath, BEZORGINGEN } from '../../paths.ts'
import { receiverOf, SubjectLink } from '../desk-columns.tsx'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<SearchParams>
}

const { detail, onderwerp } = bezorgingen

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { bezorging } = await loadBezorging('beheerder', (await params).id)
  return { title: `${detail.titel(bezorging.sequence)} ${bezorging.identificatie ?? ''}`.trim() }
}

export default async function Page({ params, searchParams }: Props) {
  const { viewer, bezorging } = await loadBezorging('beheerder', (await params).id)
  const { sequence, identificatie, abonnementId } = bezorging
  return (
    <BezorgingPage
      viewer={viewer}
      bezorging={bezorging}
      asked={await searchParams}
      trail={<Breadcrumb items={[{ href: BEZORGINGEN, text: bezorgingen.titel }]} current={detail.titel(sequence)} />}
      subject={[
        {
          term: identificatie === null ? onderwerp.gaatOver : onderwerp.zaak,
          value: <SubjectLink {...bezorging} />,
        },
        {
          term: onderwerp.abonnement,
          value: (
            <Link href={abonnementPath(abonnementId)} className="staff-breakable">
              {receiverOf(bezorging)}
            </Link>
          ),
        },
      ]}
    />
  )
}
