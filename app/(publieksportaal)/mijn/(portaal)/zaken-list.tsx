import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { ZaakCard } from './zaak-card.tsx'
import { ZakenTable } from './zaken-table.tsx'

/** Cards, or a table where there are many. */
export function ZakenList({
  isTable,
  ...list
}: {
  /** its name for screen readers */
  label: string
  zaken: ZaakVanBurger[]
  isTable: boolean
  taal: Taal
  now: Date
}) {
  if (isTable) return <ZakenTable {...list} />
  const { zaken, taal, now } = list
  return (
    <ul className="zb-cards">
      {zaken.map((zaak) => (
        <li key={zaak.id}>
          <ZaakCard zaak={zaak} taal={taal} now={now} />
        </li>
      ))}
    </ul>
  )
}
