import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Fragment } from 'react'
import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { readSnippets } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { PUBLIC_SINK } from '#lib/ontwikkelaars/snippets/receiver-commands.ts'
import { PROGRAMMEERTALEN, SNIPPETS } from '#lib/ontwikkelaars/snippets/snippets.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { Code } from '../../code.tsx'
import { Prose } from '../../paginas/prose.tsx'
import { codePath, credentialtypeOf, handtekeningPagina, PATHS } from '../../paths.ts'

type Props = { params: Promise<{ credentialtype: string }> }

async function loadType({ params }: Props) {
  return credentialtypeOf((await params).credentialtype) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await loadType(props) }
}

export default async function HandtekeningPage(props: Props) {
  const type = await loadType(props)
  const taal = await currentTaal()
  const { paginas, csharp, download } = ontwikkelaarsMenu[taal]
  const abonnement: AbonnementRequest = {
    protocol: 'HTTP',
    sink: PUBLIC_SINK,
    sinkcredential: { credentialtype: type },
  }
  const code = await Promise.all(
    PROGRAMMEERTALEN.map(async (programmeertaal) => ({
      programmeertaal,
      snippets: await readSnippets(programmeertaal, type),
    })),
  )
  return (
    <Prose
      pagina={handtekeningPagina(type)}
      insets={{
        kruimelpad: () => (
          <Breadcrumb
            label={texts(taal).kruimelpad}
            items={[{ href: PATHS.handtekeningen, text: paginas.handtekeningen }]}
            current={type}
          />
        ),
        registreren: JSON.stringify(abonnement, null, 2),
        code: () =>
          code.map(({ programmeertaal, snippets }) => (
            <section key={programmeertaal}>
              <Heading level={3}>{SNIPPETS[programmeertaal].naam}</Heading>
              {programmeertaal === 'csharp' && <Paragraph small>{csharp}</Paragraph>}
              {snippets.map(({ file, text }) => (
                <Fragment key={file}>
                  <Code caption={file}>{text}</Code>
                  <Paragraph small>
                    <PlainLink href={codePath(programmeertaal, file)} download>
                      {download} {file}
                    </PlainLink>
                  </Paragraph>
                </Fragment>
              ))}
            </section>
          )),
      }}
    />
  )
}
