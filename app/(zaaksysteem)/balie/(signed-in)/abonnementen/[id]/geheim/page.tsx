import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RotateForm } from '#lib/ui/staff/bezorging/rotate-form.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { abonnementName } from '../../../../../abonnementen/abonnement-name.ts'
import { rotateGeheimAction } from '../../../../../abonnementen/rotate-geheim-action.ts'
import { abonnementPath } from '../../../paths.ts'
import { AbonnementBreadcrumb } from '../../abonnement-breadcrumb.tsx'
import { loadAbonnement } from '../../load-abonnement.ts'

const { geheim: texts } = abonnementen

const OVERLAPS = [
  { value: '24', title: texts.overlap24, description: texts.overlap24Uitleg },
  { value: '0', title: texts.overlap0, description: texts.overlap0Uitleg },
]

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${texts.nieuw}: ${abonnementName(await loadAbonnement((await params).id))}` }
}

export default async function GeheimPage({ params }: Props) {
  const abonnement = await loadAbonnement((await params).id)
  if (abonnement.protocol === 'NATS' || abonnement.geheimen.length === 0) notFound()
  return (
    <>
      <AbonnementBreadcrumb abonnement={abonnement} current={texts.nieuw} />
      <RotateForm
        action={rotateGeheimAction}
        fields={{ abonnementId: abonnement.id }}
        texts={texts}
        overlaps={OVERLAPS}
        backHref={abonnementPath(abonnement.id)}
      />
    </>
  )
}
