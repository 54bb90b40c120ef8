import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageMessage } from '#lib/ui/text/page-message.tsx'
import { texts } from '#lib/ui/texts/texts.ts'

export default async function MijnNotFound() {
  const t = texts(await currentTaal()).nietGevonden
  return (
    <PageMessage title={t.titel} explanation={t.uitleg} call={t.bel} phone={platformEnv().GEMEENTE_TELEFOON}>
      <ButtonLink href="/mijn">{t.naarMijn}</ButtonLink>
    </PageMessage>
  )
}
