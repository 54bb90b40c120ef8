import { daysBetween } from '#lib/platform/calendar.ts'
import { Button } from '#lib/ui/form/button.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { signaleringen as texts } from '#lib/ui/texts/balie/signaleringen.ts'
import type { SignaleringRegel } from '#lib/zaaksysteem/signalering/find-signaleringen.ts'
import { zaakPath } from '../paths.ts'
import { FataleTermijn } from '../termijn.tsx'
import { markGezienAction } from './mark-gezien-action.ts'

const { kolom } = texts

/** @param today `yyyy-mm-dd` */
export function signaleringColumns(today: string): Column<SignaleringRegel>[] {
  return [
    {
      name: kolom.zaak,
      cell: ({ zaakId, omschrijving, identificatie }) => (
        <>
          <Link href={zaakPath(zaakId)} prefetch={false} className="staff-row-link" data-zaak>
            {omschrijving}
          </Link>
          <span className="staff-caption zb-number">{identificatie}</span>
        </>
      ),
    },
    {
      name: kolom.wat,
      cell: ({ soort, uiterlijkeEinddatum }) =>
        soort === 'termijn' ? (
          <FataleTermijn days={daysBetween(today, uiterlijkeEinddatum)} staatStil={false} />
        ) : (
          texts.wat[soort]
        ),
    },
    { name: kolom.wanneer, cell: ({ aangemaaktOp }) => <Moment instant={aangemaaktOp} /> },
    {
      name: kolom.gezien,
      isNameHidden: true,
      cell: ({ id, identificatie }) => (
        <form action={markGezienAction}>
          <input type="hidden" name="signalering" value={id} />
          <Button appearance="secondary">
            {texts.gezien}
            <span className="zb-hidden">{texts.gezienVan(identificatie)}</span>
          </Button>
        </form>
      ),
    },
  ]
}
