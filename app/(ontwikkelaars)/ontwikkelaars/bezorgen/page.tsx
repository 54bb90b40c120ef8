import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bezorgen } from '#lib/ui/texts/ontwikkelaars/bezorgen.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { STANDARD_SCHEDULE } from '#lib/zaaksysteem/delivery/record/retry-schedule.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.bezorgen }
}

const UNITS = [
  { name: 'u', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const

export default async function BezorgenPage() {
  const taal = await currentTaal()
  const { intro, antwoorden, herhalen, volgorde, inhalen, beheren, grenzen } = bezorgen[taal]
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
