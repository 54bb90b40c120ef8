import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { STROOM_CLOSE_CODES, STROOM_CLOSE_MEANINGS, type StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { readStreamReader } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { SSE_VOORBEELD, stroomCommands } from '#lib/ontwikkelaars/stromen/stroom-commands.ts'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bezorgen } from '#lib/ui/texts/ontwikkelaars/bezorgen.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { STANDARD_SCHEDULE } from '#lib/zaaksysteem/delivery/record/retry-schedule.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { Code } from '../code.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.bezorgen }
}

const CLOSE_REASONS = Object.keys(STROOM_CLOSE_CODES) as StroomClose[]

const UNITS = [
  { name: 'u', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const

const NATS_ABONNEMENT = {
  protocol: 'NATS',
  sink: 'tls://nats.example.org:4222',
  protocolsettings: { subject: 'zaken.gebeurtenissen', stream: 'ZAKEN' },
  sinkcredential: { credentialtype: 'PLAIN', identifier: 'zaakbode', secret: '…' },
} as const satisfies AbonnementRequest

export default async function BezorgenPage() {
  const taal = await currentTaal()
  const { intro, antwoorden, herhalen, volgorde, inhalen, stromen, sse, websocket, nats, beheren, grenzen } =
    bezorgen[taal]
  function wait(seconds: number): string {
    const { name, seconds: size } = UNITS.find((unit) => seconds >= unit.seconds) ?? UNITS[2]
    return `${seconds / size} ${herhalen.eenheden[name]}`
  }
  const commands = stroomCommands({ url: zaaksysteemEnv().ZAAKSYSTEEM_URL })
  const streamReader = await readStreamReader()
  const waits = [herhalen.eerste, ...STANDARD_SCHEDULE.map(wait)]
  return (
    <div className="dev-page">
      <div>
        <Heading level={1} className="zb-page-title">
          {ontwikkelaarsMenu[taal].paginas.bezorgen}
        </Heading>
        <Paragraph>{intro}</Paragraph>
      </div>
      <section>
        <Heading level={2}>{antwoorden.kop}</Heading>
        <Table label={antwoorden.kop} columns={[{ name: antwoorden.antwoord }, { name: antwoorden.gevolg }]}>
          {antwoorden.rijen.map(([antwoord, gevolg]) => (
            <Row key={antwoord}>
              <Cell>{antwoord}</Cell>
              <Cell heading={antwoorden.gevolg}>{gevolg}</Cell>
            </Row>
          ))}
        </Table>
      </section>
      <Sectie {...herhalen}>
        <Table label={herhalen.kop} columns={[{ name: herhalen.poging }, { name: herhalen.na }]}>
          {waits.map((text, index) => (
            <Row key={text}>
              <Cell>{index + 1}</Cell>
              <Cell heading={herhalen.na}>{text}</Cell>
            </Row>
          ))}
        </Table>
      </Sectie>
      <Sectie {...volgorde} />
      <Sectie {...inhalen} />
      <Sectie {...stromen} />
      <Sectie {...sse}>
        <Code caption={sse.opdracht}>{commands.sse}</Code>
        <Code caption={sse.voorbeeld}>{SSE_VOORBEELD}</Code>
      </Sectie>
      <Sectie {...websocket}>
        <Code caption={websocket.opdracht}>{commands.websocket}</Code>
        <Code caption={streamReader.file}>{streamReader.text}</Code>
        <Table
          label={websocket.sluiten}
          columns={[{ name: websocket.code }, { name: websocket.naam }, { name: websocket.betekenis }]}
        >
          {CLOSE_REASONS.map((reason) => (
            <Row key={reason}>
              <Cell>{STROOM_CLOSE_CODES[reason]}</Cell>
              <Cell heading={websocket.naam}>
                <code>{reason}</code>
              </Cell>
              <Cell heading={websocket.betekenis}>
                <span lang="en">{STROOM_CLOSE_MEANINGS[reason]}</span>
              </Cell>
            </Row>
          ))}
        </Table>
      </Sectie>
      <Sectie {...nats}>
        <Code caption="POST /abonnementen">{JSON.stringify(NATS_ABONNEMENT, null, 2)}</Code>
      </Sectie>
      <Sectie {...beheren} />
      <section>
        <Heading level={2}>{grenzen.kop}</Heading>
        <ul>
          {grenzen.regels.map((regel) => (
            <li key={regel}>{regel}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Sectie({ kop, alineas, children }: { kop: string; alineas: string[]; children?: ReactNode }) {
  return (
    <section>
      <Heading level={2}>{kop}</Heading>
      {alineas.map((alinea) => (
        <Paragraph key={alinea}>{alinea}</Paragraph>
      ))}
      {children}
    </section>
  )
}
