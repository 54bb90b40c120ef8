import { daysBetween } from '#lib/platform/calendar.ts'
import { Button } from '#lib/ui/form/button.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { signaleringen as texts } from '#lib/ui/texts/balie/signaleringen.ts'
import type { SignaleringRegel } from '#lib/zaaksysteem/signalering/find-signaleringen.ts'
import { zaakPath } from '../paths.ts'
import { FataleTermijn } from '../termijn.tsx'
import { ZaakCell } from '../zaak-row.tsx'

const { kolom } = texts

/** The id of the page's form: its button marks all as seen, the button of a row marks one. */
export const GEZIEN_FORM = 'gezien'

/** @param today `yyyy-mm-dd` */
export function signaleringColumns(today: string): Column<SignaleringRegel>[] {
  return [
    {
      name: kolom.zaak,
      cell: ({ zaakId, omschrijving, identificatie }) => (
        <ZaakCell href={zaakPath(zaakId)} omschrijving={omschrijving} identificatie={identificatie} />
      ),
    },
    {
      name: kolom.wat,
      cell: ({ soort, uiterlijkeEinddatum }) =>
        soort === 'termijn' ? (
          <FataleTermijn days={daysBetween(today, uiterlijkeEinddatum)} stand={undefined} />
        ) : (
          texts.wat[soort]
        ),
    },
    { name: kolom.wanneer, cell: ({ aangemaaktOp }) => <Moment instant={aangemaaktOp} /> },
    {
      name: kolom.gezien,
      isNameHidden: true,
      cell: ({ id, identificatie }) => (
        <Button appearance="secondary" form={GEZIEN_FORM} name="signalering" value={id}>
          {texts.gezien}
          <span className="zb-hidden">{texts.gezienVan(identificatie)}</span>
        </Button>
      ),
    },
  ]
}
