import type { ReactNode } from 'react'
import { Badge } from '#lib/ui/text/badge.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { WerkvoorraadRegel } from '#lib/zaaksysteem/balie/werkvoorraad/find-werkvoorraad.ts'
import { LatestBezorgingBadge } from './bezorgingen/bezorging-badge.tsx'
import { zaakPath } from './paths.ts'
import { Termijn } from './termijn.tsx'
import { zaakValue } from './verdelen/read-verdeel-form.ts'
import { VERDEEL_FORM } from './verdelen/verdeel-state.ts'
import type { Kolom } from './werkvoorraad-columns.ts'

type CellProps = { regel: WerkvoorraadRegel }

function Streefdatum({ regel: { einddatumGepland, dagenTotStreefdatum, opschorting } }: CellProps) {
  const staatStil = opschorting !== null
  return <Termijn kind="streefdatum" date={einddatumGepland} days={dagenTotStreefdatum} staatStil={staatStil} />
}

function Fataledatum({ regel: { uiterlijkeEinddatum, dagenTotFataleDatum, opschorting } }: CellProps) {
  const staatStil = opschorting !== null
  return <Termijn kind="fataledatum" date={uiterlijkeEinddatum} days={dagenTotFataleDatum} staatStil={staatStil} />
}

/** By the columns that can be chosen. */
export const CELLS: Record<Kolom, (props: CellProps) => ReactNode> = {
  zaaktype: ({ regel }) => regel.zaaktypeOmschrijving,
  status: ({ regel }) => regel.statusOmschrijving,
  streefdatum: Streefdatum,
  fataledatum: Fataledatum,
  afgehandeldOp: ({ regel }) => <span>{regel.einddatum && shortDate(regel.einddatum)}</span>,
  ingediend: ({ regel }) => <span>{shortDate(regel.startdatum)}</span>,
  team: ({ regel }) => regel.team,
  behandelaar: ({ regel }) => regel.behandelaarNaam ?? <span className="zb-soft">{balie.geenBehandelaar}</span>,
  bezorging: ({ regel }) => <LatestBezorgingBadge bezorging={regel.bezorging} />,
}

/** Ticks a zaak, to do something with many at once. */
export function Kies({ regel }: CellProps) {
  return (
    <label className="balie-kies">
      <input type="checkbox" name="zaak" value={zaakValue(regel)} form={VERDEEL_FORM} />
      <span className="zb-hidden">{behandeling.verdelen.kiesZaak(regel.identificatie)}</span>
    </label>
  )
}

/** @param props.terug the address of the list, which the page of the zaak leads back to */
export function ZaakCell({ regel, terug }: CellProps & { terug: string | undefined }) {
  return (
    <>
      <Link href={zaakPath(regel.id, { terug })} prefetch={false} className="staff-row-link" data-zaak>
        {regel.omschrijving}
      </Link>
      <span className="staff-caption">
        <span className="zb-number">{regel.identificatie}</span> · {balie.metKvk(regel)}
      </span>
      {regel.vertrouwelijk && <Badge tone="warning">{vertrouwelijk.kort}</Badge>}
    </>
  )
}
