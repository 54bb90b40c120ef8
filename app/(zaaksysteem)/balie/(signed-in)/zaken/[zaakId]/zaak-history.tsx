import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { shortDate, shortMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { HistoryRow } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { BezorgingOfStatusBadge } from '../../bezorgingen/bezorging-badge.tsx'
import { bezorgingPath } from '../../paths.ts'

const { wanneer, wat, door, bezorging } = balie.kolom
const COLUMNS = [wanneer, wat, door, bezorging].map((name) => ({ name }))

const STATUS_SOORTEN: readonly HistoryRow['soort'][] = ['registratie', 'statuswijziging', 'correctie', 'heropening']

/** Newest first, each with its bezorging; a beheerder can open those. */
export function ZaakHistory({ history, isBeheerder }: { history: HistoryRow[]; isBeheerder: boolean }) {
  const newest = history[0]
  return (
    <section>
      <Heading level={2}>{balie.zaak.verloop}</Heading>
      {newest?.bezorging?.status === 'wachtend' && <RefreshUntilSettled key={newest.versie} />}
      <Table label={balie.zaak.verloop} columns={COLUMNS}>
        {history.map((regel) => (
          <Row key={regel.versie}>
            <Cell heading={balie.kolom.wanneer}>
              <time dateTime={regel.op.toISOString()}>{shortMoment(regel.op)}</time>
            </Cell>
            <Cell heading={balie.kolom.wat}>
              <Change regel={regel} />
            </Cell>
            <Cell heading={balie.kolom.door}>{regel.doorNaam}</Cell>
            <Cell heading={balie.kolom.bezorging}>
              <BezorgingOfStatusBadge bezorging={regel.bezorging} />
              {isBeheerder && regel.bezorging?.id && (
                <span className="staff-caption">
                  <Link href={bezorgingPath(regel.bezorging.id)} prefetch={false}>
                    {balie.bezorging.bekijk}
                  </Link>
                </span>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </section>
  )
}

function Change({ regel }: { regel: HistoryRow }) {
  const {
    soort,
    vorigeStatusOmschrijving,
    statusOmschrijving,
    resultaatOmschrijving,
    reden,
    fataleDatum,
    toelichting,
  } = regel
  const act = handelingen.verloop[soort]
  const changesStatus = STATUS_SOORTEN.includes(soort)
  return (
    <div>
      {act && (changesStatus ? `${act}: ` : <strong>{act}</strong>)}
      {changesStatus && vorigeStatusOmschrijving && `${vorigeStatusOmschrijving} → `}
      {changesStatus && <strong>{statusOmschrijving}</strong>}
      {changesStatus && resultaatOmschrijving && (
        <span className="staff-caption">{balie.zaak.resultaat(resultaatOmschrijving)}</span>
      )}
      {reden && <span className="staff-caption">{reden}</span>}
      {fataleDatum && (
        <span className="staff-caption">
          {handelingen.fataleDatum(shortDate(fataleDatum.van), shortDate(fataleDatum.naar))}
        </span>
      )}
      {toelichting && <blockquote className="balie-quote">{toelichting}</blockquote>}
    </div>
  )
}
