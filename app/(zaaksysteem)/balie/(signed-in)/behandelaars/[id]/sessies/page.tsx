import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { ConfirmForm, ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { behandelaars } from '#lib/ui/texts/behandelaars.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findBehandelaar } from '#lib/zaaksysteem/rechten/find-behandelaars.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { BEHANDELAARS } from '../../../paths.ts'
import { endSessiesAction } from './end-sessies-action.ts'

const { beeindigen } = behandelaars

type Props = { params: Promise<{ id: string }> }

/** Cached, because the metadata need it too. */
const load = cache(async (id: string) => {
  const { id: ownId } = await requireBeheerder()
  const behandelaar = z.uuid().safeParse(id).success && (await findBehandelaar(zaaksysteem(), id))
  if (!behandelaar) notFound()
  return { ...behandelaar, isSelf: id === ownId }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: beeindigen.titel((await load((await params).id)).naam) }
}

export default async function BeeindigSessiesPage({ params }: Props) {
  const { id, naam, sessies, isSelf } = await load((await params).id)
  return (
    <ConfirmPage
      breadcrumb={<Breadcrumb items={[{ href: BEHANDELAARS, text: behandelaars.titel }]} current={beeindigen.kort} />}
      title={beeindigen.titel(naam)}
      explanation={beeindigen.uitleg}
      consequences={[
        beeindigen.sessies(sessies),
        beeindigen.nietOpgeslagen,
        isSelf ? beeindigen.uzelf : beeindigen.opnieuw,
      ]}
    >
      <ConfirmForm
        action={endSessiesAction}
        hidden={{ behandelaarId: id }}
        label={beeindigen.knop}
        backHref={BEHANDELAARS}
      />
    </ConfirmPage>
  )
}
