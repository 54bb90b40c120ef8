import { titled } from '#lib/ui/shell/titled.ts'
import { ListTable } from '#lib/ui/staff/list/list-page.tsx'
import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { ABONNEMENTEN_SCOPE, currentClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { findOwnTokens, type OwnTokens } from '#lib/zaaksysteem/api-client/find-api-clients.ts'
import { findAbonnementOverzicht } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { OAUTH } from '#lib/zaaksysteem/env.ts'
import { abonnementColumns } from '../../../(zaaksysteem)/abonnementen/abonnement-columns.tsx'
import { DoneMessage } from '../../../(zaaksysteem)/abonnementen/status-explanation.tsx'
import type { Viewer } from '../../../(zaaksysteem)/abonnementen/viewer.ts'
import { mijnTokenPath } from '../paths.ts'
import { ClientBar } from './client-bar.tsx'
import { SignInForm } from './sign-in-form.tsx'

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.mijn)

export default async function MijnPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const taal = await currentTaal()
  const signedIn = await currentClient()
  const { gedaan } = await searchParams
  const title = <PageTitle>{ontwikkelaarsMenu[taal].paginas.mijn}</PageTitle>
  const done = <DoneMessage code={gedaan} texts={mijn[taal].gedaan} />
  if (!signedIn) {
    const { env } = zaaksysteem()
    return (
      <>
        <div>
          {title}
          <Paragraph>{mijn[taal].inloggen.uitleg}</Paragraph>
        </div>
        {done}
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
        <ClientBar />
        {title}
      </div>
      {done}
      {scopes.includes(ABONNEMENTEN_SCOPE) ? (
        <Abonnementen viewer={{ rol: 'client', client, taal }} />
      ) : (
        <Alert type="warning">{mijn[taal].scopeOntbreekt(ABONNEMENTEN_SCOPE)}</Alert>
      )}
      <Tokens client={client} token={token} taal={taal} />
    </>
  )
}

async function Abonnementen({ viewer }: { viewer: Viewer }) {
  const t = mijn[viewer.taal]
  const ctx = zaaksysteem()
  return (
    <section>
      <Heading level={2}>{t.abonnementen}</Heading>
      <ListTable
        label={t.abonnementen}
        columns={abonnementColumns(viewer, ctx.clock())}
        rows={await findAbonnementOverzicht(ctx, viewer.client)}
        keyOf={({ id }) => id}
        empty={{ title: t.leeg, explanation: t.leegUitleg, level: 3 }}
        className="staff-wide"
      />
    </section>
  )
}

/** The tokens that the desk issued to the client, or a note on who manages its tokens. */
async function Tokens({ client, token, taal }: { client: string; token: string; taal: Taal }) {
  const { tokens: t } = mijn[taal]
  const own = await findOwnTokens(zaaksysteem(), { client, token })
  return (
    <section>
      <Heading level={2}>{t.titel}</Heading>
      {own ? (
        <>
          <Paragraph>{t.uitleg(shortMoment(own.verlooptOp, taal))}</Paragraph>
          <Table label={t.titel} rows={own.tokens} keyOf={({ id }) => id} columns={tokenColumns(taal)} />
        </>
      ) : (
        <Paragraph>{client.startsWith(OAUTH) ? t.oauth : t.elders}</Paragraph>
      )}
    </section>
  )
}

function tokenColumns(taal: Taal): Column<OwnTokens['tokens'][number]>[] {
  const { tokens: t } = mijn[taal]
  return [
    {
      name: t.kolom.token,
      cell: ({ begin, isAsking }) => (
        <>
          <code>{begin}…</code> {isAsking && <Badge>{t.dit}</Badge>}
        </>
      ),
    },
    { name: t.kolom.gemaakt, cell: ({ gemaaktOp }) => <Moment instant={gemaaktOp} taal={taal} /> },
    {
      name: t.kolom.gebruikt,
      cell: ({ laatstGebruiktOp }) => <Moment instant={laatstGebruiktOp} taal={taal} otherwise={t.nooit} />,
    },
    {
      name: t.kolom.tot,
      cell: ({ verlooptOp }) => <Moment instant={verlooptOp} taal={taal} otherwise={t.metClient} />,
    },
    {
      name: t.kolom.actie,
      isNameHidden: true,
      cell: ({ id, begin }) => (
        <Link href={mijnTokenPath(id)}>
          {t.trekIn}
          <span className="zb-hidden">{t.van(begin)}</span>
        </Link>
      ),
    },
  ]
}
