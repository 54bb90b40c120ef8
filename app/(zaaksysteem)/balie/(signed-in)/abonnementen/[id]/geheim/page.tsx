import type { Metadata } from 'next'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { abonnementName } from '../../../../../abonnementen/abonnement-columns.tsx'
import { GeheimPage } from '../../../../../abonnementen/geheim-page.tsx'
import { loadAbonnement } from '../../../../../abonnementen/require-viewer.ts'
import { AbonnementBreadcrumb } from '../../abonnement-breadcrumb.tsx'

const { nieuw } = abonnementen.geheim

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { abonnement } = await loadAbonnement('beheerder', (await params).id)
  return { title: `${nieuw}: ${abonnementName(abonnement)}` }
}

export default async function Page({ params }: Props) {
  const loaded = await loadAbonnement('beheerder', (await params).id)
  return <GeheimPage {...loaded} trail={<AbonnementBreadcrumb abonnement={loaded.abonnement} current={nieuw} />} />
}
