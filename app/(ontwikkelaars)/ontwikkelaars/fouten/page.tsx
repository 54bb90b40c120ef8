import type { Metadata } from 'next'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { REFUSALS } from '#lib/zaaksysteem/zaak/api/refusals.ts'
import { Prose } from '../paginas/prose.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.fouten }
}

export default function FoutenPage() {
  return (
    <Prose
      pagina="fouten"
      insets={{
        weigeringen: (label = '', code = '', status = '', betekenis = '') => (
          <Table label={label} columns={[{ name: code }, { name: status }, { name: betekenis }]}>
            {Object.entries(REFUSALS).map(([name, refusal]) => (
              <Row key={name}>
                <Cell>
                  <code>{name}</code>
                </Cell>
                <Cell heading={status}>{refusal.status}</Cell>
                <Cell heading={betekenis}>
                  <span lang="en">{refusal.detail}</span>
                </Cell>
              </Row>
            ))}
          </Table>
        ),
      }}
    />
  )
}
