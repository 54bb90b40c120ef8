import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { platformEnv } from '#lib/platform/env.ts'
import { ownPath } from '#lib/platform/sign-in/own-path.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Persoonskeuze } from '#lib/ui/form/persoonskeuze.tsx'
import { GemeenteMark } from '#lib/ui/shell/gemeente-mark.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { currentBehandelaar } from '#lib/zaaksysteem/sign-in/current-behandelaar.ts'
import { DEMO_BEHANDELAARS, type DemoBehandelaar } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'
import { signInBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in-behandelaar.ts'
import { oidcClient, signInSite } from '#lib/zaaksysteem/sign-in/sign-in-site.ts'

export const metadata: Metadata = { title: 'Inloggen bij de balie' }

export default async function InloggenPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { env } = zaaksysteem()
  const { url: origin, root } = signInSite(env)
  const params = await searchParams
  const naar = ownPath(params.naar ?? params.callbackUrl, { root, origin })
  if (await currentBehandelaar()) redirect(naar)

  const problem = problemText(params.fout ?? params.error)
  return (
    <main className="zb-inloggen">
      <header>
        <Link href="/balie" className="zb-gemeente">
          <GemeenteMark />
          <span className="zb-gemeente__naam">{platformEnv().GEMEENTE_NAAM}</span>
        </Link>
      </header>
      <form action={signInBehandelaar} className="zb-inlogvorm">
        <div>
          <Heading level={1}>Inloggen bij de balie</Heading>
          <Paragraph>Voor medewerkers die zaken behandelen.</Paragraph>
        </div>
        {problem && (
          <Alert type="warning" role="alert">
            <Paragraph>{problem}</Paragraph>
          </Alert>
        )}
        {params.uitgelogd && (
          <Alert type="ok" role="status">
            <Paragraph>U bent uitgelogd.</Paragraph>
          </Alert>
        )}
        <input type="hidden" name="naar" value={naar} />
        {oidcClient(env) && <Button>Inloggen met uw werkaccount</Button>}
        {env.DEMO && (
          <>
            <Alert title="Dit is een demo">
              <Paragraph>Kies een medewerker. U heeft geen wachtwoord nodig. De medewerkers zijn verzonnen.</Paragraph>
            </Alert>
            <Persoonskeuze
              legend="Kies als wie u inlogt"
              personen={DEMO_BEHANDELAARS.map((behandelaar) => ({
                id: behandelaar.subject,
                naam: behandelaar.naam,
                toelichting: toelichting(behandelaar),
              }))}
            />
          </>
        )}
      </form>
    </main>
  )
}

function toelichting({ team, rollen }: DemoBehandelaar): string {
  return rollen.includes('heropenen') ? `${team} · mag zaken heropenen` : team
}

/** The codes are `fout` of our own redirects and `error` of next-auth's. */
function problemText(code: unknown): string | undefined {
  if (code === undefined) return undefined
  if (code === 'onbekend') {
    return 'Uw account is nog niet bekend bij de balie. Vraag uw teamleider om u aan te melden als behandelaar.'
  }
  if (code === 'CredentialsSignin') return 'Deze medewerker kennen wij niet. Kies iemand uit de lijst.'
  if (code === 'OAuthCallbackError' || code === 'AccessDenied') {
    return 'Het inloggen is gestopt. U bent niet ingelogd. Probeer het opnieuw.'
  }
  return 'Inloggen lukt nu niet. Probeer het over een paar minuten opnieuw. Lukt het dan nog niet? Bel de servicedesk.'
}
