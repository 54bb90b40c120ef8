import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConfirmForm, ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { lijstPath } from '../../../paths.ts'
import { standOf } from '../../stand.tsx'
import { LijstBreadcrumb } from '../lijst-breadcrumb.tsx'
import { loadLijst } from '../load-lijst.ts'
import { approveAction } from './approve-action.ts'

const { goedkeuren: texts, lijst: lijstTexts } = vernietiging

export const metadata: Metadata = { title: lijstTexts.goedkeuren }

type Props = { params: Promise<{ lijstId: string }>; searchParams: Promise<SearchParams> }

const schema = z.object({ fout: optional(z.literal('intussen')) })

/** Requires another person than the proposer, and a lijst without a judgment. */
export default async function GoedkeurenPage({ params, searchParams }: Props) {
  const { id } = await requireRecht('vernietigen')
  const lijst = await loadLijst((await params).lijstId)
  const { fout } = readSearchParams(schema, await searchParams)
  const mayApprove = standOf(lijst) === 'voorgesteld' && lijst.voorgesteldDoorId !== id && lijst.open > 0
  if (!mayApprove && !fout) notFound()
  return (
    <ConfirmPage
      breadcrumb={<LijstBreadcrumb lijst={lijst} current={lijstTexts.goedkeuren} />}
      title={texts.titel(lijst.open)}
      subtitle={lijstTexts.titel(lijst.nummer)}
      explanation={texts.uitleg}
      consequences={texts.weg}
      remark={texts.blijft}
    >
      {fout && (
        <Alert type="error" role="alert">
          {texts.fout}
        </Alert>
      )}
      {mayApprove && (
        <ConfirmForm
          action={approveAction}
          hidden={{ lijstId: lijst.id }}
          label={texts.knop}
          backHref={lijstPath(lijst.id)}
        />
      )}
    </ConfirmPage>
  )
}
