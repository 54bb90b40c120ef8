import type { ReactNode } from 'react'
import { shortDate } from '#lib/ui/text/dates.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { WerkvoorraadRegel } from '#lib/zaaksysteem/werkvoorraad/find-werkvoorraad.ts'
import { LatestBezorgingMark } from './bezorgingen/bezorging-badge.tsx'
import { standOf, Termijn } from './termijn.tsx'
import type { Kolom } from './werkvoorraad-columns.ts'

const stand = ({ isBesloten, opschorting }: WerkvoorraadRegel) =>
  standOf({ isBesloten, staatStil: opschorting !== null })

export const CELLS: Record<Kolom, (regel: WerkvoorraadRegel) => ReactNode> = {
  zaaknummer: ({ identificatie }) => <span className="zb-number">{identificatie}</span>,
  zaaktype: ({ zaaktypeOmschrijving }) => zaaktypeOmschrijving,
  status: ({ statusOmschrijving }) => statusOmschrijving,
  streefdatum: (regel) => (
    <Termijn kind="streefdatum" date={regel.einddatumGepland} days={regel.dagenTotStreefdatum} stand={stand(regel)} />
  ),
  fataledatum: (regel) => (
    <Termijn
      kind="fataledatum"
      date={regel.uiterlijkeEinddatum}
      days={regel.dagenTotFataleDatum}
      stand={stand(regel)}
    />
  ),
  afgehandeldOp: ({ einddatum }) => <span>{einddatum && shortDate(einddatum)}</span>,
  behandelaar: ({ behandelaarNaam }) => behandelaarNaam ?? <span className="zb-soft">{balie.geenBehandelaar}</span>,
  bezorging: ({ bezorging }) => <LatestBezorgingMark bezorging={bezorging} />,
}
