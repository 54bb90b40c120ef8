import type { Metadata } from 'next'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { FOUTCODES, fouten } from '#lib/ui/texts/ontwikkelaars/fouten.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { REFUSALS } from '#lib/zaaksysteem/zaak/api/refusals.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.fouten }
}

export default async function FoutenPage() {
  const taal = await currentTaal()
  const t = fouten[taal]
  const algemeen = FOUTCODES.map(([status, code, nl, en]) => ({ status, code, text: { nl, en }[taal] }))
  const handelingen = Object.entries(REFUSALS).map(([code, { status, detail }]) => ({ status, code, text: detail }))
  return (
    <div className="dev-page">
      <div>
        <Heading level={1} className="zb-page-title">
          {ontwikkelaarsMenu[taal].paginas.fouten}
        </Heading>
        <Paragraph>{t.intro}</Paragraph>
      </div>
      <section>
        <Heading level={2}>{t.algemeen}</Heading>
        <Codes label={t.algemeen} kolommen={t.kolommen} rows={algemeen} />
      </section>
      <section>
        <Heading level={2}>{t.handelingen.kop}</Heading>
        <Paragraph>{t.handelingen.uitleg}</Paragraph>
        <Codes label={t.handelingen.kop} kolommen={t.kolommen} rows={handelingen} lang="en" />
      </section>
      <section>
        <Heading level={2}>{t.handshake.kop}</Heading>
        <Paragraph>{t.handshake.uitleg}</Paragraph>
      </section>
    </div>
  )
}

function Codes({
  label,
  kolommen,
  rows,
  lang,
}: {
  label: string
  kolommen: Record<'status' | 'code' | 'betekenis', string>
  rows: { status: number; code: string; text: string }[]
  /** of the texts, when it is not that of the page */
  lang?: string
}) {
  return (
    <Table label={label} columns={[{ name: kolommen.code }, { name: kolommen.status }, { name: kolommen.betekenis }]}>
      {rows.map(({ status, code, text }) => (
        <Row key={`${status} ${code}`}>
          <Cell>
            <code>{code}</code>
          </Cell>
          <Cell heading={kolommen.status}>{status}</Cell>
          <Cell heading={kolommen.betekenis}>
            <span lang={lang}>{text}</span>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
