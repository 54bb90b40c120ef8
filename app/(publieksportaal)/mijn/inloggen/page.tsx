import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { DEMO_BURGER } from '#lib/demo/demo-zaak.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { ownPath } from '#lib/platform/sign-in/own-path.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/current-burger.ts'
import { signInBurger } from '#lib/publieksportaal/sign-in/burger/sign-in-burger.ts'
import { oidcClient, signInSite } from '#lib/publieksportaal/sign-in/burger/sign-in-site.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Persoonskeuze } from '#lib/ui/form/persoonskeuze.tsx'
import { BurgerShell } from '#lib/ui/shell/burger-shell.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { inlogTexts } from '#lib/ui/texts/inloggen.ts'
import { texts } from '#lib/ui/texts/texts.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts(await currentTaal()).inloggen }
}

export default async function InloggenPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { env } = publieksportaal()
  const { url: origin, root } = signInSite(env)
  const params = await searchParams
  const naar = ownPath(params.naar ?? params.callbackUrl, { root, origin })
  if (await currentBurger()) redirect(naar)

  const taal = await currentTaal()
  const t = inlogTexts[taal]
  const problem = problemText(params.fout ?? params.error, t)
  return (
    <BurgerShell gemeente={platformEnv().GEMEENTE_NAAM} taal={taal}>
      <form action={signInBurger} className="zb-inlogvorm">
        <div>
          <Heading level={1}>{t.titel}</Heading>
          <Paragraph>{t.intro}</Paragraph>
        </div>
        {problem && (
          <Alert type="warning" role="alert">
            <Paragraph>{problem}</Paragraph>
          </Alert>
        )}
        {params.uitgelogd && (
          <Alert type="ok" role="status">
            <Paragraph>{t.uitgelogd}</Paragraph>
          </Alert>
        )}
        <input type="hidden" name="naar" value={naar} />
        {oidcClient(env) && <Button>{t.digid}</Button>}
        {env.DEMO && (
          <>
            <Alert title={t.demoTitel}>
              <Paragraph>{t.demo}</Paragraph>
            </Alert>
            <Persoonskeuze
              legend={t.keuze}
              personen={DEMO_BURGERS.map(({ id, naam }) => ({
                id,
                naam,
                toelichting: id === DEMO_BURGER ? t.voorbeeld : undefined,
              }))}
            />
          </>
        )}
      </form>
    </BurgerShell>
  )
}

/** The codes are `fout` of our own redirects and `error` of next-auth's. */
function problemText(code: unknown, t: (typeof inlogTexts)['nl']): string | undefined {
  if (code === undefined) return undefined
  if (code === 'verlopen') return t.verlopen
  if (code === 'geen_bsn') return t.geenBsn
  if (code === 'CredentialsSignin') return t.onbekend
  if (code === 'OAuthCallbackError' || code === 'AccessDenied') return t.afgebroken
  return t.storing
}
