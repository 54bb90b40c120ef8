import '../../../../lib/ui/staff/list/table.css'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { ZaakBadges, ZaakDate, ZaakLink } from './zaak-parts.tsx'
import { summarizeZaak } from './zaak-summary.ts'

/** The zaken of whoever has many: a row each, that can be looked over. */
export function ZakenTable({
  label,
  zaken,
  taal,
  now,
}: {
  label: string
  zaken: ZaakVanBurger[]
  taal: Taal
  now: Date
}) {
  const { kolom } = texts(taal).zaken
  return (
    <div className="zb-zaken-table">
      <Table
        label={label}
        rows={zaken.map((zaak) => ({ ...zaak, summary: summarizeZaak(zaak, { taal, now }) }))}
        keyOf={({ id }) => id}
        columns={[
          {
            name: kolom.zaak,
            cell: ({ summary, ...zaak }) => (
              <>
                <ZaakLink {...zaak} /> <ZaakBadges {...summary} taal={taal} />
                <span className="zb-zaken-table__soort">
                  {zaak.zaaktype.omschrijving[taal]} · <span className="zb-number">{zaak.identificatie}</span>
                </span>
              </>
            ),
          },
          { name: kolom.stand, cell: ({ summary }) => summary.antwoord },
          {
            name: kolom.datum,
            cell: ({ summary }) => (
              <span>
                <ZaakDate {...summary} taal={taal} />
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}
