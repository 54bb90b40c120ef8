import { GENERATORS } from '#lib/ontwikkelaars/generators.ts'
import { hasSystem } from '#lib/platform/env.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import { api, ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { egressAddresses } from '#lib/zaaksysteem/egress/egress-addresses.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Aansluiten } from '../aansluiten.tsx'
import { PATHS } from '../paths.ts'
import { ApiReference } from './api-reference.tsx'

/** The addresses of each document, one for each of its formats. */
const DOCUMENTEN = {
  openapi: ['/api/zaaksysteem/v1/openapi.json', '/api/zaaksysteem/v1/openapi.yaml'],
  webhooks: ['/api/zaaksysteem/v1/webhooks.json', '/api/zaaksysteem/v1/webhooks.yaml'],
  asyncapi: ['/api/zaaksysteem/v1/asyncapi.json', '/api/zaaksysteem/v1/asyncapi.yaml'],
  ontvanger: ['/api/publieksportaal/v1/openapi.json', '/api/publieksportaal/v1/openapi.yaml'],
  sleutels: ['/api/zaaksysteem/jwks.json'],
  adressen: ['/api/zaaksysteem/adressen.json'],
  opdracht: ['/ontwikkelaars/zaakbode.tgz'],
} as const

/** The documents that the page can render, by `document` in its address. */
const READABLE = ['openapi', 'webhooks', 'ontvanger'] as const

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.api)

export default async function ApiPage({ searchParams }: { searchParams: Promise<{ document?: string | string[] }> }) {
  const taal = await currentTaal()
  const { intro, documenten, generatoren, generatorenUitleg, typescript, lezen, zonder, laden, mislukt, ...names } =
    api[taal]
  // In another process the portal has an address that the zaaksysteem does not know.
  const isThere: Record<string, boolean> = {
    ontvanger: hasSystem('publieksportaal'),
    adressen: egressAddresses(zaaksysteemEnv()) !== undefined,
  }
  const shown = Object.entries(DOCUMENTEN).filter(([name]) => isThere[name] !== false)
  const readable = READABLE.filter((name) => isThere[name] !== false)
  const { document } = await searchParams
  const read = readable.find((name) => name === document) ?? 'openapi'
  return (
    <>
      <div>
        <PageTitle>{ontwikkelaarsMenu[taal].paginas.api}</PageTitle>
        <Paragraph>{intro}</Paragraph>
        <Heading level={2}>{documenten}</Heading>
        <ul>
          {shown.map(([name, addresses]) => (
            <li key={name}>
              {names[name as keyof typeof DOCUMENTEN]}:{' '}
              {addresses.map((address, index) => (
                <span key={address}>
                  {index > 0 && ', '}
                  <PlainLink href={address}>{address.slice(address.lastIndexOf('/') + 1)}</PlainLink>
                </span>
              ))}
            </li>
          ))}
        </ul>
        <Aansluiten />
        <Heading level={2}>{generatoren}</Heading>
        <Paragraph>{generatorenUitleg}</Paragraph>
        <ul>
          {GENERATORS.map(({ name, versions, makes }) => (
            <li key={name}>
              {name} {versions.join(', ')}: {makes.join(', ')}
            </li>
          ))}
        </ul>
        <Paragraph>
          {typescript} <code>npm install --save-dev openapi-typescript typescript@5</code>
        </Paragraph>
        <Heading level={2}>{lezen}</Heading>
        <ul>
          {readable.map((name) => (
            <li key={name}>
              <PlainLink href={`${PATHS.api}?document=${name}`} aria-current={name === read ? 'page' : undefined}>
                {names[name]}
              </PlainLink>
            </li>
          ))}
        </ul>
        <noscript>
          <Paragraph>{zonder}</Paragraph>
        </noscript>
      </div>
      <ApiReference url={DOCUMENTEN[read][0]} laden={laden} mislukt={mislukt} />
    </>
  )
}
