import '../../../../../../../lib/ui/staff/table.css'
import './bewijs.css'
import type { BewijsVanWijziging } from '#lib/publieksportaal/bewijs/find-bewijs-of-zaak.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { bewijs } from '#lib/ui/texts/mijn/bewijs.ts'
import { berichten } from '#lib/voortgang/berichten.ts'

type Shared = { taal: Taal; now: Date }

/** What became of each change, newest first, in the words of the berichten. */
export function BewijsTable({
  zaak,
  wijzigingen,
  ...shared
}: Shared & { zaak: ZaakVanBurger; wijzigingen: BewijsVanWijziging[] }) {
  const t = bewijs[shared.taal]
  const titels = new Map(berichten(zaak, shared).map(({ versie, titel }) => [versie, titel]))
  return (
    <div className="zb-bewijs">
      <Table label={t.titel} columns={Object.values(t.kolom).map((name) => ({ name }))}>
        {wijzigingen.toReversed().map((wijziging) => {
          const { versie, traceId, gebeurdOp, bewijzen } = wijziging
          const mails = bewijzen.flatMap(({ soort, tijdstip }) =>
            soort === 'gezien' || soort === 'gezien_door_gemachtigde' ? [] : { soort, tijdstip },
          )
          const gezien = bewijzen.filter(({ soort }) => !(soort in t.mail))
          return (
            <Row key={versie}>
              <Cell>
                <strong>{titels.get(versie)}</strong>
                {traceId && (
                  <span className="zb-bewijs__kenmerk">
                    {t.kenmerk} <span className="zb-number">{traceId}</span>
                  </span>
                )}
              </Cell>
              <Cell heading={t.kolom.gebeurd}>
                <Moment op={gebeurdOp} {...shared} />
              </Cell>
              <Cell heading={t.kolom.ontvangen}>
                <Ontvangen {...wijziging} {...shared} />
              </Cell>
              <Cell heading={t.kolom.mail}>
                {mails.length === 0 && t.mail.geen}
                {mails.length > 0 && (
                  <ul>
                    {mails.map(({ soort, tijdstip }) => (
                      <li key={soort}>
                        <Moment op={tijdstip} {...shared} />: {t.mail[soort]}
                      </li>
                    ))}
                  </ul>
                )}
              </Cell>
              <Cell heading={t.kolom.gezien}>
                {gezien.length === 0 && t.nietBekend}
                {gezien.length > 0 && (
                  <ul>
                    {gezien.map(({ soort, tijdstip }) => (
                      <li key={soort}>
                        <Moment op={tijdstip} {...shared} />
                        {soort === 'gezien_door_gemachtigde' && `: ${t.doorGemachtigde}`}
                      </li>
                    ))}
                  </ul>
                )}
              </Cell>
            </Row>
          )
        })}
      </Table>
    </div>
  )
}

function Ontvangen({
  ontvangenOp,
  isOpgehaald,
  ...shared
}: Pick<BewijsVanWijziging, 'ontvangenOp' | 'isOpgehaald'> & Shared) {
  const t = bewijs[shared.taal].ontvangen
  if (!ontvangenOp) return t.metDeZaak
  return (
    <span>
      <Moment op={ontvangenOp} {...shared} />
      {isOpgehaald && ` (${t.opgehaald})`}
    </span>
  )
}

function Moment({ op, taal, now }: { op: Date } & Shared) {
  return <time dateTime={op.toISOString()}>{writtenMoment(op, { now, taal })}</time>
}
