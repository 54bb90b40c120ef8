import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findBronnen } from '#lib/publieksportaal/bron/bron.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { ConfirmForm, ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { PORTAALBEHEER } from '../paths.ts'
import { retireBronAction } from '../portaalbeheer-actions.ts'

const { intrekken: texts } = portaalbeheer

export const metadata: Metadata = { title: texts.titel }

export default async function IntrekkenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { bron: wanted } = await searchParams
  const bronnen = await findBronnen(publieksportaal())
  const bron = bronnen.find(({ source, status }) => source === wanted && status === 'actief')
  if (!bron) notFound()
  return (
    <ConfirmPage
      title={texts.titel}
      explanation={texts.vraag(bron.source)}
      consequences={texts.gevolgen}
      remark={texts.terug}
    >
      <ConfirmForm
        action={retireBronAction}
        hidden={{ bron: bron.source }}
        label={texts.knop}
        backHref={PORTAALBEHEER}
      />
    </ConfirmPage>
  )
}
