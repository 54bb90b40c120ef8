import { titled } from '#lib/ui/shell/titled.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findTransitions } from '#lib/zaaksysteem/openapi/operations.ts'
import { Prose } from '../paginas/prose.tsx'

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.wijzigingen)

export default function WijzigingenPage() {
  const transitions = findTransitions(zaaksysteem())
  return (
    <Prose
      pagina="wijzigingen"
      insets={{
        overgangen: (label = '', wat = '', sinds = '', tot = '', inPlaats = '', niets = '') =>
          transitions.length === 0 ? (
            <Paragraph>{niets}</Paragraph>
          ) : (
            <Table
              label={label}
              rows={transitions}
              keyOf={({ part }) => part}
              columns={[
                { name: wat, cell: ({ part }) => <code>{part}</code> },
                { name: sinds, cell: ({ since }) => since },
                { name: tot, cell: ({ until }) => until },
                { name: inPlaats, cell: ({ instead }) => <span lang="en">{instead}</span> },
              ]}
            />
          ),
      }}
    />
  )
}
