import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageMessage } from '#lib/ui/text/page-message.tsx'
import { emailadresTexts } from '#lib/ui/texts/mijn/emailadres.ts'
import { AskFirst } from '../ask-first.tsx'
import { VOORKEUREN } from '../voorkeuren/paths.ts'
import { verifyEmailadresAction } from './verify-emailadres-action.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: emailadresTexts[await currentTaal()].bevestigen.titel }
}

/** Where the link in the mail leads. No sign-in is needed. */
export default async function BevestigenPage({ searchParams }: Props) {
  const { code, uitkomst } = await searchParams
  const { naarMijn, naarVoorkeuren, bel, bevestigen: t } = emailadresTexts[await currentTaal()]
  if (typeof code === 'string') return <AskFirst code={code} action={verifyEmailadresAction} texts={t} />
  const isDone = uitkomst === 'gelukt'
  return (
    <PageMessage
      title={isDone ? t.gelukt : t.mislukt}
      explanation={isDone ? t.geluktUitleg : t.misluktUitleg}
      call={bel}
      phone={platformEnv().GEMEENTE_TELEFOON}
    >
      {isDone ? (
        <ButtonLink href="/mijn">{naarMijn}</ButtonLink>
      ) : (
        <ButtonLink href={VOORKEUREN}>{naarVoorkeuren}</ButtonLink>
      )}
    </PageMessage>
  )
}
