import type { Metadata } from 'next'
import { z } from 'zod'
import { exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { DATA_SCHEMAS } from '#lib/contract/zaak-event.ts'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { gebeurtenissen } from '#lib/ui/texts/ontwikkelaars/gebeurtenissen.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Code } from '../code.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.gebeurtenissen }
}

const SOORTEN = Object.keys(EVENT_TYPES) as (keyof typeof EVENT_TYPES)[]

export default async function GebeurtenissenPage() {
  const taal = await currentTaal()
  const t = gebeurtenissen[taal]
  const { attributen } = t
  const source = zaaksysteemEnv().ZAAKSYSTEEM_SOURCE
  return (
    <div className="dev-page">
      <div>
        <Heading level={1} className="zb-page-title">
          {ontwikkelaarsMenu[taal].paginas.gebeurtenissen}
        </Heading>
        <Paragraph>{t.intro}</Paragraph>
        <Paragraph>{t.weinig}</Paragraph>
        <Paragraph>{t.onbekend}</Paragraph>
        <Paragraph>{t.statustypen}</Paragraph>
      </div>
      <section>
        <Heading level={2}>{attributen.kop}</Heading>
        <Table label={attributen.kop} columns={[{ name: attributen.naam }, { name: attributen.betekenis }]}>
          {attributen.rijen.map(([naam, betekenis]) => (
            <Row key={naam}>
              <Cell>
                <code>{naam}</code>
              </Cell>
              <Cell heading={attributen.betekenis}>{betekenis}</Cell>
            </Row>
          ))}
        </Table>
      </section>
      {SOORTEN.map((soort) => {
        const type = EVENT_TYPES[soort]
        return (
          <section key={type}>
            <Heading level={2} className="staff-breakable">
              {type}
            </Heading>
            <Paragraph>{t.wanneer[soort]}</Paragraph>
            <details>
              <summary>{t.voorbeeld}</summary>
              <Code caption={`${t.voorbeeld} ${type}`}>{pretty({ ...exampleEvent(type), source })}</Code>
            </details>
            <details>
              <summary>{t.schema}</summary>
              <Code caption={`${t.schema} ${type}`}>{pretty(z.toJSONSchema(DATA_SCHEMAS[type]))}</Code>
            </details>
          </section>
        )
      })}
    </div>
  )
}

function pretty(value: object): string {
  return JSON.stringify(value, null, 2)
}
