import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { PlainMessage } from '#lib/ui/shell/plain-shell.tsx'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

export const generateMetadata = titled((taal) => texts(taal).nietGevonden.titel)

export default async function NotFound() {
  const { GEMEENTE_NAAM, GEMEENTE_TELEFOON } = platformEnv()
  const t = texts(await currentTaal()).nietGevonden
  return (
    <PlainMessage gemeente={GEMEENTE_NAAM} phone={GEMEENTE_TELEFOON} texts={t}>
      <ButtonLink href="/">{t.naarStart}</ButtonLink>
    </PlainMessage>
  )
}
