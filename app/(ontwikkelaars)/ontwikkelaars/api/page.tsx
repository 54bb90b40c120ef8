import type { Metadata } from 'next'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { api, ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { ApiReference } from './api-reference.tsx'

const OPENAPI = '/api/zaaksysteem/v1/openapi.json'
const ASYNCAPI = '/api/zaaksysteem/v1/asyncapi.json'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.api }
}

export default async function ApiPage() {
  const taal = await currentTaal()
  const { intro, document, stromen, zonder, laden, mislukt } = api[taal]
  return (
    <>
      <div>
        <Heading level={1} className="zb-page-title">
          {ontwikkelaarsMenu[taal].paginas.api}
        </Heading>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>
          <a className="utrecht-link utrecht-link--html-a" href={OPENAPI}>
            {document}
          </a>
        </Paragraph>
        <Paragraph>
          <a className="utrecht-link utrecht-link--html-a" href={ASYNCAPI}>
            {stromen}
          </a>
        </Paragraph>
        <noscript>
          <Paragraph>{zonder}</Paragraph>
        </noscript>
      </div>
      <ApiReference url={OPENAPI} laden={laden} mislukt={mislukt} />
    </>
  )
}
