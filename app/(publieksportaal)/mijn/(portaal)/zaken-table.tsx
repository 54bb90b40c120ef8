import '../../../../lib/ui/staff/table.css'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
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
      <Table label={label} columns={Object.values(kolom).map((name) => ({ name }))}>
        {zaken.map((zaak) => {
          const summary = summarizeZaak(zaak, { taal, now })
          return (
            <Row key={zaak.id}>
              <Cell>
                <ZaakLink {...zaak} /> <ZaakBadges {...summary} taal={taal} />
                <span className="zb-zaken-table__soort">
                  {zaak.zaaktype.omschrijving[taal]} · <span className="zb-number">{zaak.identificatie}</span>
                </span>
              </Cell>
              <Cell heading={kolom.stand}>{summary.antwoord}</Cell>
              <Cell heading={kolom.datum}>
                <span>
                  <ZaakDate {...summary} taal={taal} />
                </span>
              </Cell>
            </Row>
          )
        })}
      </Table>
    </div>
  )
}
