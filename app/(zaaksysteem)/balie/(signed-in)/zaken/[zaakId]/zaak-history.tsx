import { tellsStatus } from '#lib/contract/event-types.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import { euros } from '#lib/ui/text/amounts.ts'
import { shortDate, shortMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { intern } from '#lib/ui/texts/balie/documenten.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { besluiten as besluitTexts, bewijzen as bewijsTexts, vertrouwelijk } from '#lib/ui/texts/balie/zaak.ts'
import { balie, inzendingen as inzendingTexts } from '#lib/ui/texts/balie.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { AanhoudingRegel } from '#lib/zaaksysteem/zaak/bewaren/find-aanhoudingen.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import type { BesluitWijziging, HistoryRow } from '#lib/zaaksysteem/zaak/detail/to-history.ts'
import type { Documentregel } from '#lib/zaaksysteem/zaak/intern/find-documentregels.ts'
import type { NotitieRegel } from '#lib/zaaksysteem/zaak/notitie/find-notities.ts'
import type { ToewijzingRegel } from '#lib/zaaksysteem/zaak/toewijzing/find-toewijzingen.ts'
import type { VertrouwelijkheidRegel } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/find-vertrouwelijkheden.ts'
import { BezorgingOfStatusMark } from '../../bezorgingen/bezorging-badge.tsx'
import { bezorgingPath, notitiePath } from '../../paths.ts'
import { namesOf } from './van-aanvrager.tsx'

const INTERN = <span className="staff-caption">{behandeling.verloop.intern}</span>

type Props = {
  zaak: Pick<ZaakDetail, 'id' | 'history' | 'inzendingen' | 'aanvullingen'>
  toewijzingen: ToewijzingRegel[]
  notities: NotitieRegel[]
  vertrouwelijkheden: VertrouwelijkheidRegel[]
  aanhoudingen: AanhoudingRegel[]
  documentregels: Documentregel[]
  isBeheerder: boolean
  mayTreat: boolean
}

/**
 * The history, newest first: changes with their reception and bezorging, inzendingen of the aanvrager, and
 * internal events. A beheerder can open a bezorging.
 */
export function ZaakHistory({
  zaak,
  toewijzingen,
  notities,
  vertrouwelijkheden,
  aanhoudingen,
  documentregels,
  isBeheerder,
  mayTreat,
}: Props) {
  const { history, inzendingen } = zaak
  const newest = history[0]
  const rows = [
    ...history.map((regel) => ({
      key: String(regel.versie),
      ...regel,
      wat: <Change regel={regel} zaak={zaak} isBeheerder={isBeheerder} />,
    })),
    ...inzendingen.map((regel) => ({
      key: regel.id,
      op: regel.tijdstip,
      doorNaam: inzendingTexts.verloop.aanvrager,
      wat: <Said regel={regel} zaak={zaak} />,
    })),
    ...toewijzingen.map((regel) => ({ key: regel.id, ...regel, wat: <Assigned regel={regel} /> })),
    ...notities.map((regel) => ({
      key: regel.id,
      ...regel,
      wat: <Note regel={regel} href={mayTreat ? notitiePath(zaak.id, regel.id) : undefined} />,
    })),
    ...vertrouwelijkheden.map((regel) => ({ key: regel.id, ...regel, wat: <Shield regel={regel} /> })),
    ...aanhoudingen.map((regel) => ({ key: regel.id, ...regel, wat: <Hold regel={regel} /> })),
    ...documentregels.map((regel) => ({ key: regel.id, ...regel, wat: <InternDocument regel={regel} /> })),
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
          { name: balie.kolom.door, hasHeading: true, cell: ({ doorNaam }) => doorNaam },
        ]}
      />
    </section>
  )
}

/** The reception of a change by the aanvrager. */
function bewijzenOf({ bewijzen, nogNietGezien }: HistoryRow): Told {
  const told = Object.fromEntries(bewijzen.map(({ soort, op }) => [soort, bewijsTexts.soort[soort](shortMoment(op))]))
  return { ...told, nogNietGezien: nogNietGezien && bewijsTexts.nogNietGezien }
}

function isUnderway(regel: HistoryRow | undefined): boolean {
  return typeof regel?.bezorging === 'object' && regel.bezorging.status === 'wachtend'
}

/** The bezorging state; a link for a beheerder. */
function BezorgingOfChange({ bezorging, isBeheerder }: Pick<HistoryRow, 'bezorging'> & { isBeheerder: boolean }) {
  if (bezorging === 'geen') return null
  return (
    <span className="balie-bezorging">
      <BezorgingOfStatusMark bezorging={bezorging} />
      {isBeheerder && bezorging.id && <Link href={bezorgingPath(bezorging.id)}>{balie.bezorging.bekijk}</Link>}
    </span>
  )
}

type OfZaak = { zaak: Pick<ZaakDetail, 'aanvullingen'> }

function Change({ regel, zaak, isBeheerder }: OfZaak & { regel: HistoryRow; isBeheerder: boolean }) {
  const { soort, vorigeStatusOmschrijving, statusOmschrijving, resultaatOmschrijving, toelichting } = regel
  const act = wijzigingen[soort].verloop
  const changesStatus = tellsStatus(soort) && vorigeStatusOmschrijving !== statusOmschrijving
  return (
    <div>
      {act && (changesStatus ? `${act}: ` : <strong>{act}</strong>)}
      {changesStatus && vorigeStatusOmschrijving && `${vorigeStatusOmschrijving} → `}
      {changesStatus && <strong>{statusOmschrijving}</strong>}
      {changesStatus && resultaatOmschrijving && (
        <span className="staff-caption">{balie.zaak.resultaat(resultaatOmschrijving)}</span>
      )}
      <BezorgingOfChange bezorging={regel.bezorging} isBeheerder={isBeheerder} />
      <Captions told={toldOf(regel, zaak)} />
      {toelichting && <blockquote className="balie-quote">{toelichting}</blockquote>}
      <Captions told={bewijzenOf(regel)} />
    </div>
  )
}

/** Lines by subject, empty where nothing applies. */
type Told = Record<string, string | null | undefined | false>

function Captions({ told }: { told: Told }) {
  return Object.entries(told).map(
    ([about, text]) =>
      text && (
        <span key={about} className="staff-caption">
          {text}
        </span>
      ),
  )
}

/** The effects of a change besides the status. */
function toldOf(regel: HistoryRow, { aanvullingen }: OfZaak['zaak']): Told {
  const { gebeurdOp, op, reden, stilstand, laatsteDag, ontvangen, fataleDatum, dwangsom, doorgezonden, verbeterd } =
    regel
  const gevraagd = aanvullingen.filter(({ versie }) => versie === regel.versie)
  return {
    gebeurdOp: gebeurdOp && gebeurdOp < dateInAmsterdam(op) && handelingen.teltVanaf(shortDate(gebeurdOp)),
    reden,
    gevraagd: gevraagd.length > 0 && handelingen.gevraagd(namesOf(gevraagd)),
    stilstand:
      stilstand &&
      (stilstand.hervatOp
        ? handelingen.stilTot(shortDate(stilstand.op), shortDate(stilstand.hervatOp))
        : handelingen.stilVan(shortDate(stilstand.op), shortDate(stilstand.tot))),
    laatsteDag: laatsteDag && handelingen.laatsteDag(shortDate(laatsteDag.van), shortDate(laatsteDag.naar)),
    ontvangen: ontvangen && handelingen.ontvangenOnderdelen(ontvangen.namen.join(', '), shortDate(ontvangen.op)),
    fataleDatum: fataleDatum && handelingen.fataleDatum(shortDate(fataleDatum.van), shortDate(fataleDatum.naar)),
    ...Object.fromEntries(regel.besluiten.flatMap(toldOfBesluit).map((text) => [text, text])),
    ...Object.fromEntries(regel.documenten.map(({ id, titel }) => [id, titel])),
    dwangsom:
      dwangsom &&
      (dwangsom.dwangsomGrond
        ? handelingen.ingebreke.grond[dwangsom.dwangsomGrond]
        : euros(dwangsom.dwangsomBedrag ?? 0)),
    doorgezonden: doorgezonden && handelingen.doorgezonden(doorgezonden.naar, shortDate(doorgezonden.op)),
    verbeterd:
      verbeterd &&
      [
        handelingen.verbeterd(verbeterd.omschrijving, verbeterd.naam, shortDate(verbeterd.startdatum)),
        ...(verbeterd.andereAanvrager ? [handelingen.andereAanvrager] : []),
        handelingen.aanleiding(verbeterd.aanleiding),
      ].join(' '),
  }
}

/** A besluit, and its corrections. */
function toldOfBesluit({ omschrijving, datum, gecorrigeerd, verviel }: BesluitWijziging): string[] {
  const { verloop, vervalreden, velden, leeg } = besluitTexts
  const date = (day: string | null) => (day ? shortDate(day) : leeg)
  const gone = verviel ? ` ${verloop.verviel(vervalreden[verviel.reden], date(verviel.vanaf))}` : ''
  return [
    verloop.besluit(omschrijving, shortDate(datum)) + gone,
    ...gecorrigeerd.map(({ veld, van, naar }) => verloop.gecorrigeerd(velden[veld], date(van), date(naar))),
  ]
}

/** An inzending or question of the aanvrager. */
function Said({ regel, zaak }: OfZaak & { regel: ZaakDetail['inzendingen'][number] }) {
  const { verloop, nummer, doorGemachtigde } = inzendingTexts
  const sent = zaak.aanvullingen.filter(({ id }) => regel.aanvullingIds.includes(id))
  return (
    <div>
      {regel.soort === 'aanvulling' ? (
        `${verloop.aanvulling} ${namesOf(sent)}`
      ) : (
        <strong>{verloop[regel.soort]}</strong>
      )}
      {regel.tekst && <blockquote className="balie-quote">{regel.tekst}</blockquote>}
      <span className="staff-caption">
        {nummer} <span className="zb-number">{regel.kenmerk}</span>. {regel.doorGemachtigde && doorGemachtigde}
      </span>
    </div>
  )
}

function Assigned({ regel: { naarNaam, vanTeam, naarTeam, bericht } }: { regel: ToewijzingRegel }) {
  const { toegewezen, teruggegeven, team } = behandeling.verloop
  return (
    <div>
      {naarNaam ? toegewezen(naarNaam) : teruggegeven}
      {vanTeam !== naarTeam && <span className="staff-caption">{team(vanTeam, naarTeam)}</span>}
      {bericht && <blockquote className="balie-quote">{bericht}</blockquote>}
      {INTERN}
    </div>
  )
}

function Shield({ regel: { vertrouwelijk: isVertrouwelijk, reden } }: { regel: VertrouwelijkheidRegel }) {
  return (
    <div>
      <strong>{isVertrouwelijk ? vertrouwelijk.verloop.gemaakt : vertrouwelijk.verloop.opgeheven}</strong>
      <blockquote className="balie-quote">{reden}</blockquote>
      {INTERN}
    </div>
  )
}

function Hold({ regel: { aangehouden, tot, reden } }: { regel: AanhoudingRegel }) {
  const texts = vernietiging.aanhouden
  return (
    <div>
      <strong>{aangehouden ? texts.verloop.aangehouden : texts.verloop.opgeheven}</strong>
      {tot && <span className="staff-caption">{texts.verloop.tot(shortDate(tot))}</span>}
      <blockquote className="balie-quote">{reden}</blockquote>
      {INTERN}
    </div>
  )
}

function InternDocument({ regel: { ingetrokken, titel, reden } }: { regel: Documentregel }) {
  return (
    <div>
      <strong>{ingetrokken ? intern.verloop.ingetrokken : intern.verloop.toegevoegd}</strong>
      <span className="staff-caption">{titel}</span>
      {reden && <blockquote className="balie-quote">{reden}</blockquote>}
      {INTERN}
    </div>
  )
}

/** @param props.href where it can be corrected; undefined without that right */
function Note({ regel: { tekst, reden, verbeterdOp }, href }: { regel: NotitieRegel; href: string | undefined }) {
  const t = behandeling.verloop
  return (
    <div>
      {reden === null ? t.notitie : t.verbeterdeNotitie}
      <blockquote className="balie-quote">{tekst}</blockquote>
      {reden !== null && <span className="staff-caption">{t.reden(reden)}</span>}
      {verbeterdOp && <span className="staff-caption">{t.laterVerbeterd(shortMoment(verbeterdOp))}</span>}
      {INTERN}
      {href && !verbeterdOp && <Link href={href}>{t.verbeter}</Link>}
    </div>
  )
}
