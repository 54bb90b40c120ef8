import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { PageMessage } from '#lib/ui/text/page-message.tsx'
import { emailadresTexts } from '#lib/ui/texts/mijn/emailadres.ts'
import { unsubscribeAction } from './unsubscribe-action.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: emailadresTexts[await currentTaal()].afmelden.titel }
}

/** Where the link under a mail leads. It asks first, as the page that confirms an address does. */
export default async function AfmeldenPage({ searchParams }: Props) {
  const { code } = await searchParams
  const { naarMijn, bel, afmelden: t } = emailadresTexts[await currentTaal()]
  if (typeof code === 'string') {
    return (
      <form action={unsubscribeAction}>
        <Heading level={1} className="zb-page-title">
          {t.titel}
        </Heading>
        <Paragraph>{t.vraag}</Paragraph>
        <input type="hidden" name="code" value={code} />
        <div className="zb-buttons">
          <SubmitButton busy={t.bezig}>{t.knop}</SubmitButton>
        </div>
      </form>
    )
  }
  return (
    <PageMessage title={t.gelukt} explanation={t.geluktUitleg} call={bel} phone={platformEnv().GEMEENTE_TELEFOON}>
      <ButtonLink href="/mijn">{naarMijn}</ButtonLink>
    </PageMessage>
  )
}
