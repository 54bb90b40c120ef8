import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { foutKort } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { BezorgingRegel } from '#lib/zaaksysteem/balie/bezorgingen/find-bezorgingen.ts'
import { BezorgingBadge } from '../balie/(signed-in)/bezorgingen/bezorging-badge.tsx'
import { SubjectLink } from '../balie/(signed-in)/bezorgingen/subject-link.tsx'
import { ABONNEMENT_TYPE_OPTIONS, labelOf } from '../balie/(signed-in)/options.ts'
import { bezorgingPath } from '../balie/(signed-in)/paths.ts'
import { abonnementName } from './abonnement-name.ts'

const { kolom } = bezorgingen

/** @param withAbonnement true when the list has several abonnementen */
export function bezorgingColumns(withAbonnement: boolean): Column<BezorgingRegel>[] {
  const abonnementOf = ({ abonnementNaam, sink }: BezorgingRegel) => abonnementName({ naam: abonnementNaam, sink })
  return [
    {
      name: kolom.bericht,
      cell: (regel) => (
        <Link href={bezorgingPath(regel.id)} className="staff-row-link">
          {bezorgingen.detail.titel(regel.sequence)}
          {withAbonnement && <span className="zb-hidden"> {bezorgingen.aan(abonnementOf(regel))}</span>}
        </Link>
      ),
      caption: ({ type }) => labelOf(ABONNEMENT_TYPE_OPTIONS, type),
    },
    {
      name: kolom.zaak,
      hasHeading: false,
      cell: (regel) => <SubjectLink {...regel} />,
    },
    ...(withAbonnement ? [{ name: kolom.abonnement, cell: abonnementOf }] : []),
    {
      name: kolom.status,
      cell: ({ status }) => <BezorgingBadge status={status} />,
      caption: ({ status, pogingen, laatsteFoutsoort: fout, laatsteHttpStatus }) =>
        pogingen > (status === 'bezorgd' ? 1 : 0) &&
        `${bezorgingen.aantalPogingen(pogingen)}${fout ? `, ${laatsteHttpStatus ?? foutKort(fout)}` : ''}`,
    },
    { name: kolom.wanneer, cell: ({ aangemaaktOp }) => <Moment instant={aangemaaktOp} /> },
  ]
}
