import type { Metadata } from 'next'
import { z } from 'zod'
import { exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { DATA_SCHEMAS, EVENT_TYPES } from '#lib/contract/event-types.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Code } from '../code.tsx'
import { Prose } from '../paginas/prose.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.gebeurtenissen }
}

export default function GebeurtenissenPage() {
  const source = zaaksysteemEnv().ZAAKSYSTEEM_SOURCE
  return (
    <Prose
      pagina="gebeurtenissen"
      insets={Object.fromEntries(
        Object.values(EVENT_TYPES).map((type) => [
          type,
          (voorbeeld = '', schema = '') => (
            <>
              <Folded summary={voorbeeld} type={type} json={{ ...exampleEvent(type), source }} />
              <Folded summary={schema} type={type} json={z.toJSONSchema(DATA_SCHEMAS[type])} />
            </>
          ),
        ]),
      )}
    />
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
