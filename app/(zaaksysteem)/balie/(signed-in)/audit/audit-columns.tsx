import type { Column } from '#lib/ui/staff/list/table.tsx'
import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import type { Auditregel } from '#lib/zaaksysteem/audit/find-auditregels.ts'
import { KANALEN } from '#lib/zaaksysteem/audit/kanaal.ts'
import { AUDIT, VERWIJDERDE_ZAKEN } from '../paths.ts'
import { veldNaam, veldWaarde } from '../zaaktypen/veld-naam.ts'
import { AUDITNAAM_LABELS } from './audit-filter.ts'

const { kolom } = audittrail

export const AUDIT_COLUMNS: Column<Auditregel>[] = [
  {
    name: kolom.wanneer,
    cell: ({ tijdstip }) => <time dateTime={tijdstip.toISOString()}>{exactMoment(tijdstip)}</time>,
  },
  {
    name: kolom.wie,
    cell: ({ naam, actor }) => naam ?? actor ?? audittrail.onbekend,
    caption: ({ actorSoort }) => audittrail.kanaal[KANALEN[actorSoort]],
  },
  {
    name: kolom.wat,
    cell: ({ handeling }) => AUDITNAAM_LABELS[handeling] ?? handeling,
    caption: ({ uitkomst }) => uitkomst !== 'gelukt' && audittrail.geweigerd(uitkomst),
  },
  { name: kolom.zaak, cell: (regel) => <Subject regel={regel} /> },
  { name: kolom.spoor, cell: ({ traceId }) => <code className="balie-audit__trace">{traceId}</code> },
]

function Subject({ regel }: { regel: Auditregel }) {
  const { id, zaakId, identificatie, isVerwijderd, objectSoort, objectId, aantal, samen, wijzigingen } = regel
  const isFolded = samen && samen > (zaakId ? 1 : 0)
  return (
    <>
      {isFolded ? (
        <Link href={hrefWith(AUDIT, { samen: id })}>{audittrail.ingezien(samen)}</Link>
      ) : identificatie ? (
        <Link
          href={isVerwijderd ? hrefWith(VERWIJDERDE_ZAKEN, { zoek: identificatie }) : `/balie/zaken/${zaakId}`}
          className="zb-number"
        >
          {identificatie}
        </Link>
      ) : (
        <span className="staff-breakable">{zaakId}</span>
      )}
      {isVerwijderd && !isFolded && <span className="staff-caption">{audittrail.verwijderd}</span>}
      {aantal !== null && !isFolded && audittrail.aantalZaken(aantal)}
      {aantal !== null && isFolded && <span className="staff-caption">{audittrail.van(aantal)}</span>}
      {objectSoort && (
        <span className="staff-caption balie-audit__object">
          {objectSoort} {objectId}
        </span>
      )}
      {wijzigingen && wijzigingen.length > 0 && (
        <details>
          <summary>{audittrail.velden(wijzigingen.length)}</summary>
          <ul>
            {wijzigingen.map(({ veld, van, naar }) => (
              <li key={veld.join('.')} className="staff-breakable">
                {veldNaam(veld)}: {veldWaarde(van)} → {veldWaarde(naar)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
