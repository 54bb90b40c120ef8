import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PlainShell } from '#lib/ui/shell/plain-shell.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageMessage } from '#lib/ui/text/page-message.tsx'
import { texts } from '#lib/ui/texts/texts.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts(await currentTaal()).nietGevonden.titel }
}

export default async function NotFound() {
  const { GEMEENTE_NAAM, GEMEENTE_TELEFOON } = platformEnv()
  const t = texts(await currentTaal()).nietGevonden
  return (
    <PlainShell gemeente={GEMEENTE_NAAM}>
      <PageMessage title={t.titel} explanation={t.uitleg} call={t.bel} phone={GEMEENTE_TELEFOON}>
        <ButtonLink href="/">{t.naarStart}</ButtonLink>
      </PageMessage>
    </PlainShell>
  )
}
