import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { platformEnv } from '#lib/platform/env.ts'
import { ownPath } from '#lib/platform/sign-in/own-path.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { DEMO_BEHEERDERS } from '#lib/publieksportaal/sign-in/beheerder/beheerders.ts'
import { currentBeheerder } from '#lib/publieksportaal/sign-in/beheerder/current-beheerder.ts'
import { signInBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in-beheerder.ts'
import { oidcClient, signInSite } from '#lib/publieksportaal/sign-in/beheerder/sign-in-site.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Persoonskeuze } from '#lib/ui/form/persoonskeuze.tsx'
import { GemeenteMark } from '#lib/ui/shell/gemeente-mark.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'

const { inloggen: texts, rol } = portaalbeheer

export const metadata: Metadata = { title: texts.titel }

export default async function InloggenPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { env } = publieksportaal()
  const { url: origin, root } = signInSite(env)
  const params = await searchParams
  const naar = ownPath(params.naar ?? params.callbackUrl, { root, origin })
  if (await currentBeheerder()) redirect(naar)

  const problem = problemText(params.fout ?? params.error)
  return (
    <main className="zb-inloggen" lang="nl">
      <header>
        <Link href={root} className="zb-gemeente">
          <GemeenteMark />
          <span className="zb-gemeente__naam">{platformEnv().GEMEENTE_NAAM}</span>
        </Link>
      </header>
      <form action={signInBeheerder} className="zb-inlogvorm">
        <div>
          <Heading level={1}>{texts.titel}</Heading>
          <Paragraph>{texts.intro}</Paragraph>
        </div>
        {problem && (
          <Alert type="warning" role="alert">
            <Paragraph>{problem}</Paragraph>
          </Alert>
        )}
        {params.uitgelogd && (
          <Alert type="ok" role="status">
            <Paragraph>{texts.uitgelogd}</Paragraph>
          </Alert>
        )}
        <input type="hidden" name="naar" value={naar} />
        {oidcClient(env) && <Button>{texts.werkaccount}</Button>}
        {env.DEMO && (
          <>
            <Alert title={texts.demoTitel}>
              <Paragraph>{texts.demoUitleg}</Paragraph>
            </Alert>
            <Persoonskeuze
              legend={texts.kies}
              personen={DEMO_BEHEERDERS.map(({ subject, naam }) => ({ id: subject, naam, toelichting: rol }))}
            />
          </>
        )}
      </form>
    </main>
  )
}

/** The codes are `fout` of our own redirects and `error` of next-auth's. */
function problemText(code: unknown): string | undefined {
  if (code === undefined) return undefined
  if (code === 'onbekend') return texts.onbekend
  if (code === 'CredentialsSignin') return texts.nietInLijst
  if (code === 'OAuthCallbackError' || code === 'AccessDenied') return texts.gestopt
  return texts.mislukt
}
