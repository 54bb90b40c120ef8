import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { lijstPath } from '../../../paths.ts'
import { VeldenForm } from '../../../velden-form.tsx'
import { standOf } from '../../stand.tsx'
import { LijstBreadcrumb } from '../lijst-breadcrumb.tsx'
import { loadLijst } from '../load-lijst.ts'
import { rejectAction } from './reject-action.ts'

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
      <VeldenForm
        action={rejectAction}
        fields={{ lijstId: lijst.id }}
        errorTitle={vernietiging.fout.titel}
        velden={[{ soort: 'lang', name: 'reden', label: texts.reden, hint: vernietiging.redenHint, rows: 3 }]}
        label={texts.knop}
        backHref={lijstPath(lijst.id)}
      />
    </ConfirmPage>
  )
}
