import type { ReactNode } from 'react'
import { shortDate } from '#lib/ui/text/dates.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { WerkvoorraadRegel } from '#lib/zaaksysteem/balie/werkvoorraad/find-werkvoorraad.ts'
import { LatestBezorgingMark } from './bezorgingen/bezorging-badge.tsx'
import { Termijn } from './termijn.tsx'
import type { Kolom } from './werkvoorraad-columns.ts'

/** By the columns that can be chosen. */
export const CELLS: Record<Kolom, (regel: WerkvoorraadRegel) => ReactNode> = {
  zaaktype: ({ zaaktypeOmschrijving }) => zaaktypeOmschrijving,
  status: ({ statusOmschrijving }) => statusOmschrijving,
  streefdatum: ({ einddatumGepland, dagenTotStreefdatum, opschorting }) => (
    <Termijn kind="streefdatum" date={einddatumGepland} days={dagenTotStreefdatum} staatStil={opschorting !== null} />
  ),
  fataledatum: ({ uiterlijkeEinddatum, dagenTotFataleDatum, opschorting }) => (
    <Termijn
      kind="fataledatum"
      date={uiterlijkeEinddatum}
      days={dagenTotFataleDatum}
      staatStil={opschorting !== null}
    />
  ),
  afgehandeldOp: ({ einddatum }) => <span>{einddatum && shortDate(einddatum)}</span>,
  ingediend: ({ startdatum }) => <span>{shortDate(startdatum)}</span>,
  team: ({ teamnaam }) => teamnaam,
  behandelaar: ({ behandelaarNaam }) => behandelaarNaam ?? <span className="zb-soft">{balie.geenBehandelaar}</span>,
  bezorging: ({ bezorging }) => <LatestBezorgingMark bezorging={bezorging} />,
}
