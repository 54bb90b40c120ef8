import { Cell, Row } from '#lib/ui/staff/table.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { WerkvoorraadRegel } from '#lib/zaaksysteem/balie/werkvoorraad/find-werkvoorraad.ts'
import { LatestBezorgingBadge } from './bezorgingen/bezorging-badge.tsx'
import { Termijn } from './termijn.tsx'
import { zaakValue } from './verdelen/read-verdeel-form.ts'
import { VERDEEL_FORM } from './verdelen/verdeel-form-id.ts'
import type { WerkvoorraadList } from './werkvoorraad-filter.ts'

export function ZaakRow({ regel, list }: { regel: WerkvoorraadRegel; list: WerkvoorraadList }) {
  return (
    <Row>
      {list !== 'afgehandeld' && (
        <Cell heading={balie.kolom.kies}>
          <label className="balie-kies">
            <input type="checkbox" name="zaak" value={zaakValue(regel)} form={VERDEEL_FORM} />
            <span className="zb-hidden">{behandeling.verdelen.kiesZaak(regel.identificatie)}</span>
          </label>
        </Cell>
      )}
      <Cell>
        <Link href={`/balie/zaken/${regel.id}`} prefetch={false} className="staff-row-link" data-zaak>
          {regel.omschrijving}
        </Link>
        <span className="staff-caption">
          <span className="zb-number">{regel.identificatie}</span> ·{' '}
          {balie.metKvk(regel.aanvragerNaam, regel.aanvragerKvk)}
        </span>
      </Cell>
      <Cell heading={balie.kolom.zaaktype}>{regel.zaaktypeOmschrijving}</Cell>
      <Cell heading={balie.kolom.status}>{regel.statusOmschrijving}</Cell>
      {list === 'afgehandeld' ? (
        <Cell heading={balie.kolom.afgehandeldOp}>
          <span>{regel.einddatum && shortDate(regel.einddatum)}</span>
        </Cell>
      ) : (
        <>
          <Cell heading={balie.kolom.streefdatum}>
            <Termijn kind="streefdatum" date={regel.einddatumGepland} days={regel.dagenTotStreefdatum} />
          </Cell>
          <Cell heading={balie.kolom.fataledatum}>
            <Termijn kind="fataledatum" date={regel.uiterlijkeEinddatum} days={regel.dagenTotFataleDatum} />
          </Cell>
        </>
      )}
      {list !== 'mijn' && (
        <Cell heading={balie.kolom.behandelaar}>
          {regel.behandelaarNaam ?? <span className="zb-soft">{balie.geenBehandelaar}</span>}
        </Cell>
      )}
      <Cell heading={balie.kolom.bezorging}>
        <LatestBezorgingBadge bezorging={regel.bezorging} />
      </Cell>
    </Row>
  )
}
