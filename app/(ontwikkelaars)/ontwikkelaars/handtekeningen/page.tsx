import type { Metadata } from 'next'
import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { snippetFiles } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { PROGRAMMEERTALEN, SNIPPETS } from '#lib/ontwikkelaars/snippets/snippets.ts'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { handtekeningen } from '#lib/ui/texts/ontwikkelaars/handtekeningen.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { codePath, handtekeningPath } from '../paths.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.handtekeningen }
}

export default async function HandtekeningenPage() {
  const taal = await currentTaal()
  const { intro, vast, kies, types, sleutels, csharp, bestanden } = handtekeningen[taal]
  return (
    <div className="dev-page">
      <div>
        <Heading level={1} className="zb-page-title">
          {ontwikkelaarsMenu[taal].paginas.handtekeningen}
        </Heading>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{vast}</Paragraph>
        <Paragraph>
          {sleutels}{' '}
          <a className="utrecht-link utrecht-link--html-a" href="/api/zaaksysteem/jwks.json">
            /api/zaaksysteem/jwks.json
          </a>
          .
        </Paragraph>
      </div>
      <section>
        <Heading level={2}>{kies.kop}</Heading>
        <Table label={kies.kop} columns={[{ name: kies.naam }, { name: kies.waarvoor }]}>
          {credentialtype.options.map((type) => (
            <Row key={type}>
              <Cell>
                <Link href={handtekeningPath(type)}>{type}</Link>
              </Cell>
              <Cell heading={kies.waarvoor}>{types[type].kort}</Cell>
            </Row>
          ))}
        </Table>
      </section>
      <section>
        <Heading level={2}>{bestanden.kop}</Heading>
        <Paragraph>{bestanden.uitleg}</Paragraph>
        {PROGRAMMEERTALEN.map((programmeertaal) => (
          <section key={programmeertaal}>
            <Heading level={3}>{SNIPPETS[programmeertaal].naam}</Heading>
            {programmeertaal === 'csharp' && <Paragraph small>{csharp}</Paragraph>}
            <ul>
              {snippetFiles(programmeertaal).map((file) => (
                <li key={file}>
                  <a className="utrecht-link utrecht-link--html-a" href={codePath(programmeertaal, file)} download>
                    {file}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </div>
  )
}
