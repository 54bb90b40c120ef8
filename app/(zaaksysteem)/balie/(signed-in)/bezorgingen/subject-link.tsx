import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import type { BezorgingRegel } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import { abonnementPath } from '../paths.ts'

/** Links to the subject of an event: a zaak, or an abonnement. */
export function SubjectLink({ zaakId, identificatie }: Pick<BezorgingRegel, 'zaakId' | 'identificatie'>) {
  if (identificatie === null) return <Link href={abonnementPath(zaakId)}>{bezorgingen.anderAbonnement}</Link>
  return (
    <Link href={`/balie/zaken/${zaakId}`} className="zb-number">
      {identificatie}
    </Link>
  )
}
