import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageMessage } from '#lib/ui/text/page-message.tsx'
import { emailadresTexts } from '#lib/ui/texts/mijn/emailadres.ts'
import { AskFirst } from '../ask-first.tsx'
import { unsubscribeAction } from './unsubscribe-action.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: emailadresTexts[await currentTaal()].afmelden.titel }
}

/** Where the link under a mail leads. */
export default async function AfmeldenPage({ searchParams }: Props) {
  const { code } = await searchParams
  const { naarMijn, bel, afmelden: t } = emailadresTexts[await currentTaal()]
  if (typeof code === 'string') return <AskFirst code={code} action={unsubscribeAction} texts={t} />
  return (
    <PageMessage title={t.gelukt} explanation={t.geluktUitleg} call={bel} phone={platformEnv().GEMEENTE_TELEFOON}>
      <ButtonLink href="/mijn">{naarMijn}</ButtonLink>
    </PageMessage>
  )
}
