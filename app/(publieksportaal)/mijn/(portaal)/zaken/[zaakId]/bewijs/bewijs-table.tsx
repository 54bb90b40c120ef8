import '../../../../../../../lib/ui/staff/list/table.css'
import '../zaak.css'
import type { BewijsVanZaak } from '#lib/publieksportaal/bewijs/find-bewijs-of-zaak.ts'
import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { bewijs } from '#lib/ui/texts/mijn/bewijs.ts'
import { berichten } from '#lib/voortgang/berichten.ts'
import {
  gezienRegels,
  inzendingRegels,
  mailRegels,
  ontvangenRegels,
  type Regel,
  uitkomstTekst,
} from './bewijs-regels.ts'

type Shared = { taal: Taal; now: Date }

/** The reception of each change, newest first, with the titles of the berichten. */
export function BewijsTable({ zaak, wijzigingen, ...shared }: Shared & Pick<BewijsVanZaak, 'zaak' | 'wijzigingen'>) {
  const { taal } = shared
  const t = bewijs[taal]
  const titels = new Map(berichten(zaak, shared).map(({ versie, titel }) => [versie, titel]))
  return (
    <div className="zb-bewijs">
      <Table
        label={t.titel}
        rows={wijzigingen.toReversed()}
        keyOf={({ versie }) => versie}
        columns={[
          {
            name: t.kolom.wijziging,
            cell: ({ versie }) => <strong>{titels.get(versie)}</strong>,
            caption: ({ traceId }) =>
              traceId && (
                <>
                  {t.kenmerk} <span className="zb-number">{traceId}</span>
                </>
              ),
          },
          { name: t.kolom.gebeurd, cell: ({ gebeurdOp }) => <Moment op={gebeurdOp} {...shared} /> },
          {
            name: t.kolom.ontvangen,
            cell: (wijziging) => <Regels regels={ontvangenRegels(wijziging, taal)} {...shared} />,
          },
          { name: t.kolom.mail, cell: (wijziging) => <Regels regels={mailRegels(wijziging, taal)} {...shared} /> },
          { name: t.kolom.gezien, cell: (wijziging) => <Regels regels={gezienRegels(wijziging, taal)} {...shared} /> },
        ]}
      />
    </div>
  )
}

/** The citizen's own inzendingen, newest first; null without any. */
export function InzendingenTable({ inzendingen, ...shared }: Shared & { inzendingen: InzendingVanBurger[] }) {
  const { taal } = shared
  const t = bewijs[taal].inzendingen
  if (inzendingen.length === 0) return null
  return (
    <section className="zb-bewijs">
      <Heading level={2}>{t.titel}</Heading>
      <Table
        label={t.titel}
        rows={inzendingen.toReversed()}
        keyOf={({ nummer }) => nummer}
        columns={[
          {
            name: t.kolom.wat,
            cell: (inzending) => <Gezegd regels={inzendingRegels(inzending, taal)} />,
          },
          { name: t.kolom.nummer, cell: ({ nummer }) => <span className="zb-number">{nummer}</span> },
          { name: t.kolom.ontvangen, cell: ({ tijdstip }) => <Moment op={tijdstip} {...shared} /> },
          { name: t.kolom.uitkomst, cell: (inzending) => uitkomstTekst(inzending, taal) },
        ]}
      />
    </section>
  )
}

function Gezegd({ regels: [wat, ...files] }: { regels: [string, ...string[]] }) {
  return (
    <>
      <strong>{wat}</strong>
      {files.map((file) => (
        <span key={file} className="staff-caption">
          {file}
        </span>
      ))}
    </>
  )
}

function Regels({ regels, ...shared }: Shared & { regels: Regel[] }) {
  const [first, ...more] = regels.map(({ op, tekst }) => (
    <span key={`${op?.toISOString()} ${tekst}`}>
      {op && <Moment op={op} {...shared} />}
      {tekst}
    </span>
  ))
  if (more.length === 0) return first
  return (
    <ul>
      {[first, ...more].map((line) => (
        <li key={line?.key}>{line}</li>
      ))}
    </ul>
  )
}

function Moment({ op, taal, now }: { op: Date } & Shared) {
  return <time dateTime={op.toISOString()}>{writtenMoment(op, { now, taal })}</time>
}
