import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PlainMessage } from '#lib/ui/shell/plain-message.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts(await currentTaal()).nietGevonden.titel }
}

export default async function NotFound() {
  const { GEMEENTE_NAAM, GEMEENTE_TELEFOON } = platformEnv()
  const t = texts(await currentTaal()).nietGevonden
  return (
    <PlainMessage gemeente={GEMEENTE_NAAM} phone={GEMEENTE_TELEFOON} texts={t}>
      <ButtonLink href="/">{t.naarStart}</ButtonLink>
    </PlainMessage>
  )
}
