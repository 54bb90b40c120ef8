import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { snippetFiles } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { PROGRAMMEERTALEN, SNIPPETS } from '#lib/ontwikkelaars/snippets/snippets.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link, PlainLink } from '#lib/ui/text/link.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { loadPagina } from '../paginas/pagina.ts'
import { Prose } from '../paginas/prose.tsx'
import { codePath, handtekeningPagina, handtekeningPath } from '../paths.ts'

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.handtekeningen)

export default async function HandtekeningenPage() {
  const taal = await currentTaal()
  const types = await Promise.all(
    credentialtype.options.map(async (type) => {
      const tokens = await loadPagina(taal, handtekeningPagina(type))
      return { type, kort: tokens.find((token) => token.type === 'paragraph')?.text }
    }),
  )
  return (
    <Prose
      pagina="handtekeningen"
      insets={{
        credentialtypes: (label = '', naam = '', waarvoor = '') => (
          <Table
            label={label}
            rows={types}
            keyOf={({ type }) => type}
            columns={[
              { name: naam, cell: ({ type }) => <Link href={handtekeningPath(type)}>{type}</Link> },
              { name: waarvoor, cell: ({ kort }) => kort },
            ]}
          />
        ),
        bestanden: () =>
          PROGRAMMEERTALEN.map((programmeertaal) => (
            <section key={programmeertaal}>
              <Heading level={3}>{SNIPPETS[programmeertaal].naam}</Heading>
              {programmeertaal === 'csharp' && <Paragraph small>{ontwikkelaarsMenu[taal].csharp}</Paragraph>}
              <ul>
                {snippetFiles(programmeertaal).map((file) => (
                  <li key={file}>
                    <PlainLink href={codePath(programmeertaal, file)} download>
                      {file}
                    </PlainLink>
                  </li>
                ))}
              </ul>
            </section>
          )),
      }}
    />
  )
}
