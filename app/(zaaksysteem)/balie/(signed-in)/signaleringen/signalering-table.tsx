import { daysBetween } from '#lib/platform/calendar.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { signaleringen as texts } from '#lib/ui/texts/balie/signaleringen.ts'
import type { SignaleringRegel } from '#lib/zaaksysteem/signalering/find-signaleringen.ts'
import { zaakPath } from '../paths.ts'
import { FataleTermijn } from '../termijn.tsx'
import { markGezienAction } from './mark-gezien-action.ts'

const { kolom } = texts
const COLUMNS = [
  { name: kolom.zaak },
  { name: kolom.wat },
  { name: kolom.wanneer },
  { name: kolom.gezien, isNameHidden: true },
]

/** @param today `yyyy-mm-dd` */
export function SignaleringTable({ regels, today }: { regels: readonly SignaleringRegel[]; today: string }) {
  return (
    <Table label={texts.titel} columns={COLUMNS}>
      {regels.map((regel) => (
        <Row key={regel.id}>
          <Cell>
            <Link href={zaakPath(regel.zaakId)} prefetch={false} className="staff-row-link" data-zaak>
              {regel.omschrijving}
            </Link>
            <span className="staff-caption zb-number">{regel.identificatie}</span>
          </Cell>
          <Cell heading={kolom.wat}>
            {regel.soort === 'termijn' ? (
              <FataleTermijn days={daysBetween(today, regel.uiterlijkeEinddatum)} staatStil={false} />
            ) : (
              texts.wat[regel.soort]
            )}
          </Cell>
          <Cell heading={kolom.wanneer}>
            <time dateTime={regel.aangemaaktOp.toISOString()}>{shortMoment(regel.aangemaaktOp)}</time>
          </Cell>
          <Cell>
            <form action={markGezienAction}>
              <input type="hidden" name="signalering" value={regel.id} />
              <Button appearance="secondary">
                {texts.gezien}
                <span className="zb-hidden">{texts.gezienVan(regel.identificatie)}</span>
              </Button>
            </form>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
