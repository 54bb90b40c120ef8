import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { abonnementPath } from '../../../paths.ts'
import { AbonnementBreadcrumb } from '../../abonnement-breadcrumb.tsx'
import { abonnementName } from '../../abonnement-name.ts'
import { loadAbonnement } from '../../load-abonnement.ts'
import { GeheimForm } from './geheim-form.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${abonnementen.geheim.nieuw}: ${abonnementName(await loadAbonnement((await params).id))}` }
}

export default async function GeheimPage({ params }: Props) {
  const abonnement = await loadAbonnement((await params).id)
  if (abonnement.protocol === 'NATS' || abonnement.geheimen.length === 0) notFound()
  return (
    <>
      <AbonnementBreadcrumb abonnement={abonnement} current={abonnementen.geheim.nieuw} />
      <GeheimForm abonnementId={abonnement.id} backHref={abonnementPath(abonnement.id)} />
    </>
  )
}
