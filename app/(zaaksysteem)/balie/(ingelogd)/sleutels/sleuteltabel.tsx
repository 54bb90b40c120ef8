import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { sleutels as texts } from '#lib/ui/texts/sleutels.ts'
import type { findSleutels } from '#lib/zaaksysteem/balie/sleutels/find-sleutels.ts'

export type Sleutel = Awaited<ReturnType<typeof findSleutels>>[number]

const { kolom } = texts

const KOLOMMEN = Object.values(kolom).map((naam) => ({ naam }))

export function StandBadge({ stand }: { stand: Sleutel['stand'] }) {
  return <Badge soort={stand === 'tekent' ? 'ok' : 'neutraal'}>{texts.stand[stand]}</Badge>
}

export function Sleuteltabel({ titel, sleutels }: { titel: string; sleutels: readonly Sleutel[] }) {
  return (
    <Table titel={titel} kolommen={KOLOMMEN}>
      {sleutels.map(({ kid, alg, stand, gepubliceerdOp, tekentVanaf, tekentTot, gepubliceerdTot }) => (
        <Row key={kid}>
          <Cell>
            <code className="balie-breekbaar">{kid}</code>
            <span className="balie-bijschrift">
              {alg}, {texts.algoritme[alg]}
            </span>
          </Cell>
          <Cell kop={kolom.stand}>
            <StandBadge stand={stand} />
          </Cell>
          <Cell kop={kolom.tekent}>
            <Periode vanaf={tekentVanaf} tot={tekentTot} />
          </Cell>
          <Cell kop={kolom.gepubliceerd}>
            <Periode vanaf={gepubliceerdOp} tot={gepubliceerdTot} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function Periode({ vanaf, tot }: { vanaf: Date; tot: Date | null }) {
  return (
    <>
      <span>
        {texts.vanaf} <Moment instant={vanaf} />
      </span>
      {tot && (
        <span className="balie-bijschrift">
          {texts.tot} <Moment instant={tot} />
        </span>
      )}
    </>
  )
}

function Moment({ instant }: { instant: Date }) {
  return (
    <time dateTime={instant.toISOString()} className="zb-datum">
      {shortMoment(instant)}
    </time>
  )
}
