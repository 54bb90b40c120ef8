import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { datalekken as texts } from '#lib/ui/texts/balie/beheer/datalekken.ts'
import { findDatalekken } from '#lib/zaaksysteem/audit/datalek/find-datalekken.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { DATALEKKEN } from '../../../paths.ts'
import { VeldenForm } from '../../../velden-form.tsx'
import { judgeDatalekAction } from './judge-datalek-action.ts'

export const metadata: Metadata = { title: texts.formulier.titel }

type Props = { params: Promise<{ zaakId: string; versie: string }> }

export default async function DatalekPage({ params }: Props) {
  await requireBeheerder()
  const { zaakId, versie } = await params
  const datalekken = await findDatalekken(zaaksysteem())
  const datalek =
    datalekken.find((one) => one.zaakId === zaakId && String(one.versie) === versie && !one.beoordeeldOp) ?? notFound()
  const { titel, uitleg, oordeel, hint, knop, fout } = texts.formulier
  return (
    <ConfirmPage
      breadcrumb={<Breadcrumb items={[{ href: DATALEKKEN, text: texts.titel }]} current={titel} />}
      title={titel}
      subtitle={<span className="zb-number">{datalek.identificatie}</span>}
      explanation={uitleg}
    >
      <VeldenForm
        action={judgeDatalekAction}
        fields={{ zaakId, versie: datalek.versie }}
        errorTitle={fout.titel}
        velden={[{ soort: 'lang', name: 'oordeel', label: oordeel, hint }]}
        label={knop}
        backHref={DATALEKKEN}
      />
    </ConfirmPage>
  )
}
