import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { validate } from 'uuid'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findOpenRegel } from '#lib/zaaksysteem/zaak/bewaren/find-regels.ts'
import { lijstPath } from '../../../../paths.ts'
import { VeldenForm } from '../../../../velden-form.tsx'
import { standOf } from '../../../stand.tsx'
import { LijstBreadcrumb } from '../../lijst-breadcrumb.tsx'
import { loadLijst } from '../../load-lijst.ts'
import { takeOffAction } from './take-off-action.ts'

const { afhalen: texts, lijst: lijstTexts } = vernietiging

export const metadata: Metadata = { title: texts.titel }

type Props = { params: Promise<{ lijstId: string; zaakId: string }> }

export default async function AfhalenPage({ params }: Props) {
  const { lijstId, zaakId } = await params
  const lijst = await loadLijst(lijstId)
  if (standOf(lijst) !== 'voorgesteld' || !validate(zaakId)) notFound()
  const regel = (await findOpenRegel(zaaksysteem(), { lijstId, zaakId })) ?? notFound()
  return (
    <ConfirmPage
      breadcrumb={<LijstBreadcrumb lijst={lijst} current={lijstTexts.haalAf} />}
      title={texts.titel}
      subtitle={
        <>
          {regel.zaaktypenaam} · <span className="zb-number">{regel.identificatie}</span>
        </>
      }
      explanation={texts.uitleg}
    >
      <VeldenForm
        action={takeOffAction}
        fields={{ lijstId, zaakId }}
        errorTitle={vernietiging.fout.titel}
        velden={[{ soort: 'lang', name: 'reden', label: texts.reden, hint: vernietiging.redenHint, rows: 3 }]}
        label={texts.knop}
        backHref={lijstPath(lijstId)}
      />
    </ConfirmPage>
  )
}
