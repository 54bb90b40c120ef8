import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { STROOM_CLOSE_CODES, STROOM_CLOSE_MEANINGS, type StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bezorgen } from '#lib/ui/texts/ontwikkelaars/bezorgen.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { STANDARD_SCHEDULE } from '#lib/zaaksysteem/delivery/record/retry-schedule.ts'
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
  const { intro, antwoorden, herhalen, volgorde, inhalen, stromen, nats, beheren, grenzen } = bezorgen[taal]
  function wait(seconds: number): string {
    const { name, seconds: size } = UNITS.find((unit) => seconds >= unit.seconds) ?? UNITS[2]
    return `${seconds / size} ${herhalen.eenheden[name]}`
  }
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
      <Sectie {...stromen}>
        <Table
          label={stromen.kop}
          columns={[{ name: stromen.code }, { name: stromen.naam }, { name: stromen.betekenis }]}
        >
          {CLOSE_REASONS.map((reason) => (
            <Row key={reason}>
              <Cell>{STROOM_CLOSE_CODES[reason]}</Cell>
              <Cell heading={stromen.naam}>
                <code>{reason}</code>
              </Cell>
              <Cell heading={stromen.betekenis}>
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
