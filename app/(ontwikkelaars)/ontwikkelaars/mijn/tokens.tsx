import { Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { findOwnTokens, type OwnTokens } from '#lib/zaaksysteem/api-client/find-own-tokens.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { OAUTH } from '#lib/zaaksysteem/env.ts'
import { mijnTokenPath } from '../paths.ts'

/** The tokens that the desk issued to the client, or a note on who manages its tokens. */
export async function Tokens({ client, token, taal }: { client: string; token: string; taal: Taal }) {
  const { tokens: t } = mijn[taal]
  const own = await findOwnTokens(zaaksysteem(), { client, token })
  return (
    <section>
      <Heading level={2}>{t.titel}</Heading>
      {own ? (
        <>
          <Paragraph>{t.uitleg(shortMoment(own.verlooptOp, taal))}</Paragraph>
          <TokenTable tokens={own.tokens} taal={taal} />
        </>
      ) : (
        <Paragraph>{client.startsWith(OAUTH) ? t.oauth : t.elders}</Paragraph>
      )}
    </section>
  )
}

function TokenTable({ tokens, taal }: Pick<OwnTokens, 'tokens'> & { taal: Taal }) {
  const { tokens: t } = mijn[taal]
  return (
    <Table
      label={t.titel}
      rows={tokens}
      keyOf={({ id }) => id}
      columns={[
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
      ]}
    />
  )
}
