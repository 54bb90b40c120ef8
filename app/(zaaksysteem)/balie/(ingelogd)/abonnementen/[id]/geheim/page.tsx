import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { loadAbonnement } from '../../load-abonnement.ts'
import { nameOf } from '../../name-of.ts'
import { ABONNEMENTEN, abonnementPath } from '../../paths.ts'
import { GeheimFormulier } from './geheim-formulier.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${abonnementen.geheim.nieuw}: ${nameOf(await loadAbonnement((await params).id))}` }
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
          { href: abonnementPath(abonnement.id), text: nameOf(abonnement) },
        ]}
        current={abonnementen.geheim.nieuw}
      />
      <GeheimFormulier abonnementId={abonnement.id} terug={abonnementPath(abonnement.id)} />
    </>
  )
}
