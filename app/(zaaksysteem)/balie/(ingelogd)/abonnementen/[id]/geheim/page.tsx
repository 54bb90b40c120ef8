import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { ABONNEMENTEN, abonnementPath } from '../../../paths.ts'
import { abonnementName } from '../../abonnement-name.ts'
import { loadAbonnement } from '../../load-abonnement.ts'
import { GeheimForm } from './geheim-form.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${abonnementen.geheim.nieuw}: ${abonnementName(await loadAbonnement((await params).id))}` }
}

export default async function GeheimPage({ params }: Props) {
  const abonnement = await loadAbonnement((await params).id)
  if (abonnement.geheimen.length === 0) notFound()
  return (
    <>
      <Breadcrumb
        label={abonnementen.detail.kruimelpad}
        items={[
          { href: ABONNEMENTEN, text: abonnementen.titel },
          { href: abonnementPath(abonnement.id), text: abonnementName(abonnement) },
        ]}
        current={abonnementen.geheim.nieuw}
      />
      <GeheimForm abonnementId={abonnement.id} backHref={abonnementPath(abonnement.id)} />
    </>
  )
}
