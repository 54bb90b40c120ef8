import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { sleutels as texts } from '#lib/ui/texts/sleutels.ts'
import type { findSleutels } from '#lib/zaaksysteem/balie/sleutels/find-sleutels.ts'

type Sleutel = Awaited<ReturnType<typeof findSleutels>>[number]

const { kolom } = texts

const COLUMNS: Column<Sleutel>[] = [
  {
    name: kolom.sleutel,
    cell: ({ kid, alg }) => (
      <>
        <code className="staff-breakable">{kid}</code>
        <span className="staff-caption">
          {alg}, {texts.algoritme[alg]}
        </span>
      </>
    ),
  },
  { name: kolom.stand, cell: ({ stand }) => <StandBadge stand={stand} /> },
  { name: kolom.tekent, cell: ({ tekentVanaf, tekentTot }) => <Period vanaf={tekentVanaf} tot={tekentTot} /> },
  {
    name: kolom.gepubliceerd,
    cell: ({ gepubliceerdOp, gepubliceerdTot }) => <Period vanaf={gepubliceerdOp} tot={gepubliceerdTot} />,
  },
]

export function StandBadge({ stand }: { stand: Sleutel['stand'] }) {
  return <Badge tone={stand === 'tekent' ? 'success' : 'neutral'}>{texts.stand[stand]}</Badge>
}

export function SleutelTable({ label, sleutels }: { label: string; sleutels: readonly Sleutel[] }) {
  return <Table label={label} columns={COLUMNS} rows={sleutels} keyOf={({ kid }) => kid} />
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
