import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import type { BezorgingRegel } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import { abonnementName } from '../../../abonnementen/abonnement-columns.tsx'
import { bezorgingColumns } from '../../../abonnementen/bezorging-columns.tsx'
import { BEHEERDER } from '../../../abonnementen/viewer.ts'
import { abonnementPath } from '../paths.ts'

const { kolom } = bezorgingen

export const receiverOf = ({ abonnementNaam, sink }: BezorgingRegel) => abonnementName({ naam: abonnementNaam, sink })

/** @param withAbonnement true when the list has several abonnementen */
export function deskColumns(withAbonnement: boolean): Column<BezorgingRegel>[] {
  const nameReceiver = (regel: BezorgingRegel) => bezorgingen.aan(receiverOf(regel))
  const { bericht, status, wanneer } = bezorgingColumns(BEHEERDER, withAbonnement ? nameReceiver : undefined)
  const zaak: Column<BezorgingRegel> = {
    name: kolom.zaak,
    hasHeading: false,
    cell: (regel) => <SubjectLink {...regel} />,
  }
  const abonnement = withAbonnement ? [{ name: kolom.abonnement, cell: receiverOf }] : []
  return [bericht, zaak, ...abonnement, status, wanneer]
}

/** Links to the subject of an event: a zaak, or an abonnement. */
export function SubjectLink({ zaakId, identificatie }: Pick<BezorgingRegel, 'zaakId' | 'identificatie'>) {
  if (identificatie === null) return <Link href={abonnementPath(zaakId)}>{bezorgingen.anderAbonnement}</Link>
  return (
    <Link href={`/balie/zaken/${zaakId}`} className="zb-number">
      {identificatie}
    </Link>
  )
}
