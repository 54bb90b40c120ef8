import type { ReactNode } from 'react'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import type { BulkReden } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import type { BulkregelDetail } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { WEIGERINGEN } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { zaakPath } from '../../paths.ts'

/** A list of zaken by number, with a text for each. */
export function Regels<R extends BulkregelDetail>({
  regels,
  say,
}: {
  regels: readonly R[]
  say?: (regel: R) => ReactNode
}) {
  return (
    <ul className="zb-list balie-bulk-regels">
      {regels.map((regel) => {
        const { zaakId, identificatie, omschrijving } = regel
        return (
          <li key={zaakId}>
            {omschrijving === null ? (
              `${identificatie ?? bulk.loop.verwijderd}`
            ) : (
              <Link href={zaakPath(zaakId)}>
                {identificatie} <bdi>{omschrijving}</bdi>
              </Link>
            )}
            {say?.(regel)}
          </li>
        )
      })}
    </ul>
  )
}

const isOwn = (reden: BulkReden): reden is keyof typeof bulk.reden => reden in bulk.reden

function redenText(reden: BulkReden): string {
  return isOwn(reden) ? bulk.reden[reden] : WEIGERINGEN[reden]?.tekst
}

export function Redenen({ redenen }: { redenen: readonly BulkReden[] }) {
  return (
    <ul className="balie-bulk-redenen">
      {redenen.map((reden) => (
        <li key={reden}>{redenText(reden)}</li>
      ))}
    </ul>
  )
}
