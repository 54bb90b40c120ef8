import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { standOf } from '../../stand.tsx'
import { LijstBreadcrumb } from '../lijst-breadcrumb.tsx'
import { loadLijst } from '../load-lijst.ts'
import { RejectForm } from './reject-form.tsx'

const { afwijzen: texts, lijst: lijstTexts } = vernietiging

export const metadata: Metadata = { title: texts.titel }

export default async function AfwijzenPage({ params }: { params: Promise<{ lijstId: string }> }) {
  const lijst = await loadLijst((await params).lijstId)
  if (standOf(lijst) !== 'voorgesteld') notFound()
  return (
    <ConfirmPage
      breadcrumb={<LijstBreadcrumb lijst={lijst} current={lijstTexts.afwijzen} />}
      title={texts.titel}
      subtitle={lijstTexts.titel(lijst.nummer)}
      explanation={texts.uitleg}
    >
      <RejectForm lijstId={lijst.id} />
    </ConfirmPage>
  )
}
