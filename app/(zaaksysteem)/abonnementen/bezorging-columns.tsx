import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { BezorgingRegel } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import type { BezorgingStatus } from '#lib/zaaksysteem/generated/enums.ts'
import { typeLabel } from './type-options.ts'
import { bezorgingPath, foutUitleg, textsOf, type Viewer } from './viewer.ts'

export const BEZORGING_TONES = {
  wachtend: 'warning',
  bezorgd: 'success',
  mislukt: 'error',
  overgeslagen: 'neutral',
} as const

export function BezorgingBadge({ viewer, status }: { viewer: Viewer; status: BezorgingStatus }) {
  return <Badge tone={BEZORGING_TONES[status]}>{textsOf(viewer).bezorging.status[status]}</Badge>
}

/** @param receiverOf names the receiver for screen readers, in a list with several abonnementen */
export function bezorgingColumns(viewer: Viewer, receiverOf?: (regel: BezorgingRegel) => string) {
  const { kolom, detail, aantalPogingen } = textsOf(viewer).bezorging
  return {
    bericht: {
      name: kolom.bericht,
      cell: (regel) => (
        <Link href={bezorgingPath(viewer, regel.id)} className="staff-row-link">
          {detail.titel(regel.sequence)}
          {receiverOf && <span className="zb-hidden"> {receiverOf(regel)}</span>}
        </Link>
      ),
      caption: ({ type }) => typeLabel(viewer, type),
    },
    status: {
      name: kolom.status,
      cell: ({ status }) => <BezorgingBadge viewer={viewer} status={status} />,
      caption: ({ status, pogingen, laatsteFoutsoort: fout, laatsteHttpStatus }) =>
        pogingen > (status === 'bezorgd' ? 1 : 0) &&
        `${aantalPogingen(pogingen)}${fout ? `, ${laatsteHttpStatus ?? foutUitleg(viewer, fout).kort}` : ''}`,
    },
    wanneer: {
      name: kolom.wanneer,
      cell: ({ aangemaaktOp }) => <Moment instant={aangemaaktOp} taal={viewer.taal} />,
    },
  } satisfies Record<string, Column<BezorgingRegel>>
}
