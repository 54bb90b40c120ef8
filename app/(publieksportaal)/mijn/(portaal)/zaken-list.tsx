import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { summarizeZaak, type ZaakInList, type ZaakSummary } from './zaak-summary.ts'
import '../../../../lib/ui/staff/list/table.css'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { ZojuistBadge } from '#lib/ui/text/badge.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { texts } from '#lib/ui/texts/texts.ts'

/** Sorts after any date. */
const NO_DAY = '9999'

/**
 * Groups the zaken in the order that a citizen needs: tasks, options such as objecting (both by last day),
 * unseen changes of open or ended zaken, other open zaken, other ended zaken. Each zaak is in one group.
 */
export function groupZaken({ open, afgerond, now }: { open: ZaakInList[]; afgerond: ZaakInList[]; now: Date }) {
  const isNieuw = ({ versie, gezienVersie }: ZaakInList) => versie > gezienVersie
  const summaries = new Map([...open, ...afgerond].map((zaak) => [zaak, summarizeZaak(zaak, { taal: 'nl', now })]))
  const kanTot = (zaak: ZaakInList) => summaries.get(zaak)?.kanTot ?? NO_DAY
  const sturenTot = ({ opschorting }: ZaakInList) => (opschorting?.soort === 'aanvulling' ? opschorting.tot : NO_DAY)
  const byDay = (zaken: ZaakInList[], dayOf: (zaak: ZaakInList) => string) =>
    zaken.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))
  const vraagtIets = open.filter((zaak) => summaries.get(zaak)?.moetHandelen)
  const kan = [...open, ...afgerond].filter((zaak) => kanTot(zaak) !== NO_DAY && !vraagtIets.includes(zaak))
  const isRest = (zaak: ZaakInList) => !vraagtIets.includes(zaak) && !kan.includes(zaak)
  return {
    vraagtIets: byDay(vraagtIets, sturenTot),
    kan: byDay(kan, kanTot),
    nieuw: [...open, ...afgerond].filter((zaak) => isRest(zaak) && isNieuw(zaak)),
    open: open.filter((zaak) => isRest(zaak) && !isNieuw(zaak)),
    afgerond: afgerond.filter((zaak) => isRest(zaak) && !isNieuw(zaak)),
  }
}

/** Renders cards, or a table for long lists. */
export function ZakenList({
  isTable,
  ...list
}: {
  /** label for screen readers */
  label: string
  zaken: ZaakInList[]
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

/** A zaak as a card. Its date has a line of its own only when no sentence of the card names one. */
export function ZaakCard({ zaak, taal, now }: { zaak: ZaakInList; taal: Taal; now: Date }) {
  const summary = summarizeZaak(zaak, { taal, now })
  return (
    <article className="zb-card zb-link-card">
      <div className="zb-line">
        <Heading level={3}>
          <ZaakLink {...zaak} />
        </Heading>
        <ZaakBadge {...summary} taal={taal} now={now} />
      </div>
      <p className="zb-zaak-card__antwoord">{summary.antwoord}</p>
      {summary.kan && <p className="zb-zaak-card__kan">{summary.kan}</p>}
      {summary.datum && !summary.noemtDatum && (
        <p className="zb-zaak-card__datum">
          <ZaakDate datum={summary.datum} taal={taal} />
        </p>
      )}
      <p className="zb-soft zb-small zb-zaak-card__facts">{zaak.zaaktype.omschrijving[taal]}</p>
    </article>
  )
}

/** The zaken as compact rows, for citizens with many. */
function ZakenTable({ label, zaken, taal, now }: { label: string; zaken: ZaakInList[]; taal: Taal; now: Date }) {
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
                <ZaakLink {...zaak} /> <ZaakBadge {...summary} taal={taal} now={now} />
              </>
            ),
            caption: ({ zaaktype, identificatie }) => (
              <>
                {zaaktype.omschrijving[taal]} · <span className="zb-number">{identificatie}</span>
              </>
            ),
          },
          {
            name: kolom.stand,
            cell: ({ summary }) => summary.antwoord,
            caption: ({ summary }) => summary.kan,
          },
          {
            name: kolom.datum,
            cell: ({ summary: { datum } }) => <span>{datum && <ZaakDate datum={datum} taal={taal} />}</span>,
          },
        ]}
      />
    </div>
  )
}

/** More ended zaken than these are collapsed, except those of the last year. */
const MOST_UNFOLDED = 5
const YEAR_LENGTH = 4

/**
 * The ended zaken by year, newest first.
 *
 * @param props.more true when there are more, from the earliest of these years or before
 */
export function AfgerondeZaken({
  zaken,
  more,
  ...list
}: {
  zaken: ZaakInList[]
  more: boolean
  isTable: boolean
  taal: Taal
  now: Date
}) {
  const t = texts(list.taal).zaken
  const years = [...Map.groupBy(zaken, ({ einddatum }) => einddatum?.slice(0, YEAR_LENGTH) ?? '')]
  return (
    <section>
      <Heading level={2}>{t.afgerond}</Heading>
      {years.map(([year, ofYear], index) => (
        <details key={year} className="zb-jaar" open={index === 0 || zaken.length <= MOST_UNFOLDED}>
          <summary>{more && index === years.length - 1 ? year : t.jaar(year, String(ofYear.length))}</summary>
          <ZakenList label={`${t.afgerond} ${year}`} zaken={ofYear} {...list} />
        </details>
      ))}
    </section>
  )
}

/** The omschrijving is Dutch: the applicant or the desk wrote it. */
function ZaakLink({ id, omschrijving }: { id: string; omschrijving: string }) {
  return (
    <Link href={`/mijn/zaken/${id}`} lang="nl">
      {omschrijving}
    </Link>
  )
}

/** Does not mention a taak, because the group's heading does. */
function ZaakBadge({ isNieuw, gewijzigdOp, taal, now }: ZaakSummary & { taal: Taal; now: Date }) {
  return (
    isNieuw && (
      <ZojuistBadge
        sinds={gewijzigdOp}
        isVandaag={dateInAmsterdam(gewijzigdOp) === dateInAmsterdam(now)}
        now={now}
        texts={texts(taal).vers}
      />
    )
  )
}

function ZaakDate({ datum: { soort, date }, taal }: { datum: NonNullable<ZaakSummary['datum']>; taal: Taal }) {
  return (
    <>
      {texts(taal).zaken.datum[soort]}{' '}
      <time dateTime={date} className="zb-figure">
        {plainDate(date, taal)}
      </time>
    </>
  )
}
