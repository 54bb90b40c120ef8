import { titled } from '#lib/ui/shell/titled.ts'
import { ListTable } from '#lib/ui/staff/list/list-page.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { ABONNEMENTEN_SCOPE, currentClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { findAbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { DoneMessage } from '../../../(zaaksysteem)/abonnementen/status-explanation.tsx'
import { abonnementColumns } from './abonnement-columns.tsx'
import { ClientBar } from './client-bar.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { Tokens } from './tokens.tsx'

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.mijn)

export default async function MijnPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const taal = await currentTaal()
  const signedIn = await currentClient()
  const { gedaan } = await searchParams
  const title = <PageTitle>{ontwikkelaarsMenu[taal].paginas.mijn}</PageTitle>
  if (!signedIn) {
    const { env } = zaaksysteem()
    return (
      <>
        <div>
          {title}
          <Paragraph>{mijn[taal].inloggen.uitleg}</Paragraph>
        </div>
        <DoneMessage code={gedaan} texts={mijn[taal].gedaan} />
        <SignInForm
          taal={taal}
          hasOauth={env.ZAAKSYSTEEM_OAUTH_ISSUER !== undefined}
          isDemo={env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY !== undefined}
        />
      </>
    )
  }
  const { client, scopes, token } = signedIn
  return (
    <>
      <div>
        <ClientBar client={client} taal={taal} />
        {title}
      </div>
      <DoneMessage code={gedaan} texts={mijn[taal].gedaan} />
      {scopes.includes(ABONNEMENTEN_SCOPE) ? (
        <Abonnementen client={client} taal={taal} />
      ) : (
        <Alert type="warning">{mijn[taal].scopeOntbreekt(ABONNEMENTEN_SCOPE)}</Alert>
      )}
      <Tokens client={client} token={token} taal={taal} />
    </>
  )
}

async function Abonnementen({ client, taal }: { client: string; taal: Taal }) {
  const t = mijn[taal]
  return (
    <section>
      <Heading level={2}>{t.abonnementen}</Heading>
      <ListTable
        label={t.abonnementen}
        columns={abonnementColumns(taal, zaaksysteem().clock())}
        rows={await findAbonnementOverzicht(zaaksysteem(), client)}
        keyOf={({ id }) => id}
        empty={{ title: t.leeg, explanation: t.leegUitleg, level: 3 }}
      />
    </section>
  )
}
