import '../../../../../../../lib/ui/staff/list/table.css'
import './bewijs.css'
import type { BewijsVanWijziging } from '#lib/publieksportaal/bewijs/find-bewijs-of-zaak.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
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
      <Table
        label={t.titel}
        rows={wijzigingen.toReversed()}
        keyOf={({ versie }) => versie}
        columns={[
          {
            name: t.kolom.wijziging,
            cell: ({ versie, traceId }) => (
              <>
                <strong>{titels.get(versie)}</strong>
                {traceId && (
                  <span className="zb-bewijs__kenmerk">
                    {t.kenmerk} <span className="zb-number">{traceId}</span>
                  </span>
                )}
              </>
            ),
          },
          { name: t.kolom.gebeurd, cell: ({ gebeurdOp }) => <Moment op={gebeurdOp} {...shared} /> },
          { name: t.kolom.ontvangen, cell: (wijziging) => <Ontvangen {...wijziging} {...shared} /> },
          { name: t.kolom.mail, cell: (wijziging) => <Mails {...wijziging} {...shared} /> },
          { name: t.kolom.gezien, cell: (wijziging) => <Gezien {...wijziging} {...shared} /> },
        ]}
      />
    </div>
  )
}

function Mails({ bewijzen, ...shared }: Pick<BewijsVanWijziging, 'bewijzen'> & Shared) {
  const t = bewijs[shared.taal]
  const mails = bewijzen.flatMap(({ soort, tijdstip }) =>
    soort === 'gezien' || soort === 'gezien_door_gemachtigde' ? [] : { soort, tijdstip },
  )
  if (mails.length === 0) return t.mail.geen
  return (
    <ul>
      {mails.map(({ soort, tijdstip }) => (
        <li key={soort}>
          <Moment op={tijdstip} {...shared} />: {t.mail[soort]}
        </li>
      ))}
    </ul>
  )
}

function Gezien({ bewijzen, ...shared }: Pick<BewijsVanWijziging, 'bewijzen'> & Shared) {
  const t = bewijs[shared.taal]
  const gezien = bewijzen.filter(({ soort }) => !(soort in t.mail))
  if (gezien.length === 0) return t.nietBekend
  return (
    <ul>
      {gezien.map(({ soort, tijdstip }) => (
        <li key={soort}>
          <Moment op={tijdstip} {...shared} />
          {soort === 'gezien_door_gemachtigde' && `: ${t.doorGemachtigde}`}
        </li>
      ))}
    </ul>
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
