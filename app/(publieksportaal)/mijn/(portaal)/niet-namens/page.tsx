import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageMessage } from '#lib/ui/text/page-message.tsx'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import { texts } from '#lib/ui/texts/texts.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: namensTexts[await currentTaal()].nietNamens.titel }
}

/** Where who acts for a citizen comes who asks for what is only that citizen's. */
export default async function NietNamensPage() {
  const taal = await currentTaal()
  const { titel, uitleg } = namensTexts[taal].nietNamens
  const { bel, naarMijn } = texts(taal).nietGevonden
  return (
    <PageMessage title={titel} explanation={uitleg} call={bel} phone={platformEnv().GEMEENTE_TELEFOON}>
      <ButtonLink href="/mijn">{naarMijn}</ButtonLink>
    </PageMessage>
  )
}
