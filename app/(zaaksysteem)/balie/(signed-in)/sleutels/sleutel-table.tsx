import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { sleutels as texts } from '#lib/ui/texts/sleutels.ts'
import type { findSleutels } from '#lib/zaaksysteem/balie/sleutels/find-sleutels.ts'

export type Sleutel = Awaited<ReturnType<typeof findSleutels>>[number]

const { kolom } = texts

const COLUMNS = Object.values(kolom).map((name) => ({ name }))

export function StandBadge({ stand }: { stand: Sleutel['stand'] }) {
  return <Badge tone={stand === 'tekent' ? 'success' : 'neutral'}>{texts.stand[stand]}</Badge>
}

export function SleutelTable({ label, sleutels }: { label: string; sleutels: readonly Sleutel[] }) {
  return (
    <Table label={label} columns={COLUMNS}>
      {sleutels.map(({ kid, alg, stand, gepubliceerdOp, tekentVanaf, tekentTot, gepubliceerdTot }) => (
        <Row key={kid}>
          <Cell>
            <code className="staff-breakable">{kid}</code>
            <span className="staff-caption">
              {alg}, {texts.algoritme[alg]}
            </span>
          </Cell>
          <Cell heading={kolom.stand}>
            <StandBadge stand={stand} />
          </Cell>
          <Cell heading={kolom.tekent}>
            <Period vanaf={tekentVanaf} tot={tekentTot} />
          </Cell>
          <Cell heading={kolom.gepubliceerd}>
            <Period vanaf={gepubliceerdOp} tot={gepubliceerdTot} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function Period({ vanaf, tot }: { vanaf: Date; tot: Date | null }) {
  return (
    <>
      <span>
        {texts.vanaf} <Moment instant={vanaf} />
      </span>
      {tot && (
        <span className="staff-caption">
          {texts.tot} <Moment instant={tot} />
        </span>
      )}
    </>
  )
}

function Moment({ instant }: { instant: Date }) {
  return <time dateTime={instant.toISOString()}>{shortMoment(instant)}</time>
}
