import { tellsStatus } from '#lib/contract/event-types.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import { shortDate, shortMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { besluiten as besluitTexts } from '#lib/ui/texts/balie/besluiten.ts'
import { bewijzen as bewijsTexts } from '#lib/ui/texts/balie/bewijzen.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { BesluitWijziging, HistoryRow } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import type { NotitieRegel } from '#lib/zaaksysteem/zaak/notitie/find-notities.ts'
import type { ToewijzingRegel } from '#lib/zaaksysteem/zaak/toewijzing/find-toewijzingen.ts'
import type { VertrouwelijkheidRegel } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/find-vertrouwelijkheden.ts'
import { BezorgingOfStatusBadge } from '../../bezorgingen/bezorging-badge.tsx'
import { bezorgingPath } from '../../paths.ts'

const INTERN = <span className="zb-soft">{behandeling.verloop.intern}</span>

type Props = {
  /** newest first */
  history: HistoryRow[]
  toewijzingen: ToewijzingRegel[]
  notities: NotitieRegel[]
  vertrouwelijkheden: VertrouwelijkheidRegel[]
  isBeheerder: boolean
}

/**
 * Newest first: changes with their bezorging, which a beheerder can open, and what became of them at the side of the
 * aanvrager; between them what stays inside the zaaksysteem.
 */
export function ZaakHistory({ history, toewijzingen, notities, vertrouwelijkheden, isBeheerder }: Props) {
  const newest = history[0]
  const rows = [
    ...history.map((regel) => ({
      key: String(regel.versie),
      ...regel,
      wat: <Change regel={regel} />,
      bezorging: <BezorgingOfChange regel={regel} isBeheerder={isBeheerder} />,
    })),
    ...toewijzingen.map((regel) => ({ key: regel.id, ...regel, wat: <Assigned regel={regel} />, bezorging: INTERN })),
    ...notities.map((regel) => ({ key: regel.id, ...regel, wat: <Note regel={regel} />, bezorging: INTERN })),
    ...vertrouwelijkheden.map((regel) => ({
      key: regel.id,
      ...regel,
      wat: <Shield regel={regel} />,
      bezorging: INTERN,
    })),
  ].sort((a, b) => b.op.getTime() - a.op.getTime())
  return (
    <section>
      <Heading level={2}>{balie.zaak.verloop}</Heading>
      {isUnderway(newest) && <RefreshUntilSettled key={newest?.versie} />}
      <Table
        label={balie.zaak.verloop}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { name: balie.kolom.wanneer, hasHeading: true, cell: ({ op }) => <Moment instant={op} /> },
          { name: balie.kolom.wat, cell: ({ wat }) => wat },
          { name: balie.kolom.door, cell: ({ doorNaam }) => doorNaam },
          { name: balie.kolom.bezorging, cell: ({ bezorging }) => bezorging },
        ]}
      />
    </section>
  )
}

function BezorgingOfChange({ regel, isBeheerder }: { regel: HistoryRow; isBeheerder: boolean }) {
  const { bezorging, bewijzen, nogNietGezien } = regel
  return (
    <>
      <BezorgingOfStatusBadge bezorging={bezorging} />
      {isBeheerder && typeof bezorging === 'object' && bezorging.id && (
        <span className="staff-caption">
          <Link href={bezorgingPath(bezorging.id)}>{balie.bezorging.bekijk}</Link>
        </span>
      )}
      {bewijzen.map(({ soort, op }) => (
        <span key={soort} className="staff-caption">
          {bewijsTexts.soort[soort](shortMoment(op))}
        </span>
      ))}
      {nogNietGezien && <span className="staff-caption">{bewijsTexts.nogNietGezien}</span>}
    </>
  )
}

function isUnderway(regel: HistoryRow | undefined): boolean {
  return typeof regel?.bezorging === 'object' && regel.bezorging.status === 'wachtend'
}

function Change({ regel }: { regel: HistoryRow }) {
  const {
    soort,
    vorigeStatusOmschrijving,
    statusOmschrijving,
    resultaatOmschrijving,
    reden,
    fataleDatum,
    besluiten,
    toelichting,
  } = regel
  const act = wijzigingen[soort].verloop
  const changesStatus = tellsStatus(soort)
  return (
    <div>
      {act && (changesStatus ? `${act}: ` : <strong>{act}</strong>)}
      {changesStatus && vorigeStatusOmschrijving && `${vorigeStatusOmschrijving} → `}
      {changesStatus && <strong>{statusOmschrijving}</strong>}
      {changesStatus && resultaatOmschrijving && (
        <span className="staff-caption">{balie.zaak.resultaat(resultaatOmschrijving)}</span>
      )}
      {reden && <span className="staff-caption">{reden}</span>}
      {fataleDatum && (
        <span className="staff-caption">
          {handelingen.fataleDatum(shortDate(fataleDatum.van), shortDate(fataleDatum.naar))}
        </span>
      )}
      {besluiten.map((besluit) => (
        <BesluitChange key={`${besluit.omschrijving} ${besluit.datum}`} {...besluit} />
      ))}
      {toelichting && <blockquote className="balie-quote">{toelichting}</blockquote>}
    </div>
  )
}

/** What a besluit is, and what became different of it. */
function BesluitChange({ omschrijving, datum, gecorrigeerd, verviel }: BesluitWijziging) {
  const date = (day: string | null) => (day ? shortDate(day) : besluitTexts.leeg)
  return (
    <>
      <span className="staff-caption">
        {besluitTexts.verloop.besluit(omschrijving, shortDate(datum))}
        {verviel && ` ${besluitTexts.verloop.verviel(besluitTexts.vervalreden[verviel.reden], date(verviel.vanaf))}`}
      </span>
      {gecorrigeerd.map(({ veld, van, naar }) => (
        <span key={veld} className="staff-caption">
          {besluitTexts.verloop.gecorrigeerd(besluitTexts.velden[veld], date(van), date(naar))}
        </span>
      ))}
    </>
  )
}

function Assigned({ regel: { naarNaam, vanTeam, naarTeam } }: { regel: ToewijzingRegel }) {
  const { toegewezen, teruggegeven, team } = behandeling.verloop
  return (
    <div>
      {naarNaam ? toegewezen(naarNaam) : teruggegeven}
      {vanTeam !== naarTeam && <span className="staff-caption">{team(vanTeam, naarTeam)}</span>}
    </div>
  )
}

function Shield({ regel: { vertrouwelijk: isVertrouwelijk, reden } }: { regel: VertrouwelijkheidRegel }) {
  return (
    <div>
      <strong>{isVertrouwelijk ? vertrouwelijk.verloop.gemaakt : vertrouwelijk.verloop.opgeheven}</strong>
      <blockquote className="balie-quote">{reden}</blockquote>
    </div>
  )
}

function Note({ regel }: { regel: NotitieRegel }) {
  return (
    <div>
      {behandeling.verloop.notitie}
      <blockquote className="balie-quote">{regel.tekst}</blockquote>
    </div>
  )
}
