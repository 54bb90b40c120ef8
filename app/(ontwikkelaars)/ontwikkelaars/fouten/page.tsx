import type { Metadata } from 'next'
import { Table } from '#lib/ui/staff/list/table.tsx'
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
          <Table
            label={label}
            rows={Object.entries(REFUSALS)}
            keyOf={([name]) => name}
            columns={[
              { name: code, cell: ([name]) => <code>{name}</code> },
              { name: status, cell: ([, refusal]) => refusal.status },
              { name: betekenis, cell: ([, refusal]) => <span lang="en">{refusal.detail}</span> },
            ]}
          />
        ),
      }}
    />
  )
}
