import type { Metadata } from 'next'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { ConfirmForm, ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { sleutels } from '#lib/ui/texts/sleutels.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { PUBLICATION_LEAD_MS } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { SLEUTELS } from '../../paths.ts'
import { rotateAtOnceAction } from './rotate-at-once-action.ts'

const { direct } = sleutels

export const metadata: Metadata = { title: direct.titel }

export default async function RotateAtOncePage() {
  await requireBeheerder()
  return (
    <ConfirmPage
      breadcrumb={<Breadcrumb items={[{ href: SLEUTELS, text: sleutels.titel }]} current={direct.kort} />}
      title={direct.titel}
      explanation={direct.uitleg}
      consequences={direct.gevolgen(PUBLICATION_LEAD_MS / MINUTE_MS)}
      remark={direct.geenLek}
    >
      <ConfirmForm action={rotateAtOnceAction} label={direct.knop} backHref={SLEUTELS} />
    </ConfirmPage>
  )
}
