import { dataschema, dataschemaUrl, exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES, VOORVAL_SOORTEN, VOORVAL_TYPES } from '#lib/contract/event-types.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { voorvallen, wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Code } from '../code.tsx'
import { anchorOf } from '../paginas/pagina.ts'
import { Prose } from '../paginas/prose.tsx'

const SOORTEN = Object.keys(EVENT_TYPES) as (keyof typeof EVENT_TYPES)[]
const TYPES = [
  ...SOORTEN.map((soort) => ({ type: EVENT_TYPES[soort], wanneer: wijzigingen[soort].wanneer })),
  ...VOORVAL_SOORTEN.map((soort) => ({ type: VOORVAL_TYPES[soort], wanneer: voorvallen[soort].wanneer })),
]

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.gebeurtenissen)

export default async function GebeurtenissenPage() {
  const taal = await currentTaal()
  const { voorbeeld, schema } = ontwikkelaarsMenu[taal]
  const { ZAAKSYSTEEM_SOURCE: source, ZAAKSYSTEEM_URL: url } = zaaksysteemEnv()
  return (
    <>
      <Prose pagina="gebeurtenissen" />
      {TYPES.map(({ type, wanneer }) => (
        <section key={type}>
          <Heading level={2} id={anchorOf(type)} className="staff-breakable">
            {type}
          </Heading>
          <Paragraph>{wanneer[taal]}</Paragraph>
          <Folded
            summary={voorbeeld}
            type={type}
            json={{ ...exampleEvent(type), source, dataschema: dataschemaUrl(url, type) }}
          />
          <Folded summary={schema} type={type} json={dataschema(url, type)} />
        </section>
      ))}
    </>
  )
}

function Folded({ summary, type, json }: { summary: string; type: string; json: object }) {
  return (
    <details>
      <summary>{summary}</summary>
      <Code caption={`${summary} ${type}`}>{JSON.stringify(json, null, 2)}</Code>
    </details>
  )
}
