import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { behandelaars as texts } from '#lib/ui/texts/behandelaars.ts'
import type { BehandelaarRegel } from '#lib/zaaksysteem/balie/behandelaars/find-behandelaars.ts'
import { sessiesPath } from './paths.ts'

const { kolom } = texts

const COLUMNS = Object.values(kolom).map((name) => ({ name }))

/** @param ownId of the beheerder who looks */
export function BehandelaarTable({ regels, ownId }: { regels: readonly BehandelaarRegel[]; ownId: string }) {
  return (
    <Table label={texts.titel} columns={COLUMNS}>
      {regels.map(({ id, naam, team, rollen, laatstIngelogdOp, sessies }) => (
        <Row key={id}>
          <Cell>
            <strong>{naam}</strong> {id === ownId && texts.uzelf}
            <span className="staff-caption">{balie.team(team)}</span>
          </Cell>
          <Cell heading={kolom.rollen}>{rollen.join(', ') || texts.geen}</Cell>
          <Cell heading={kolom.laatstIngelogd}>
            {laatstIngelogdOp ? (
              <time dateTime={laatstIngelogdOp.toISOString()}>{shortMoment(laatstIngelogdOp)}</time>
            ) : (
              texts.onbekend
            )}
          </Cell>
          <Cell heading={kolom.sessies}>
            {sessies > 0 ? (
              <span>
                {sessies}{' '}
                <Link href={sessiesPath(id)} prefetch={false}>
                  {texts.beeindig}
                  <span className="zb-hidden"> {texts.van(naam)}</span>
                </Link>
              </span>
            ) : (
              texts.geen
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
