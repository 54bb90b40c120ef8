import type { StatusSoort } from '#lib/contract/event-types.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { werkdagenLater } from '#lib/platform/feestdagen.ts'
import { firstIdOf } from '#lib/platform/postgres/keyset.ts'
import { WAARSCHUWINGSDAGEN } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { magSql } from '#lib/zaaksysteem/rechten/mag-sql.ts'
import { UNREACHED } from './holds.ts'
import { tellOnce } from './signaleer.ts'

/** A zaak that passed its fatale datum while no worker ran still gets its signalering for this many days. */
const DAYS_LATE = 7

/**
 * Reads near terms by the index of running terms only: `is true` prevents the index of open zaken from
 * matching. Of several waarschuwingsdagen that have come the last one counts, and it replaces an unseen
 * earlier one. Parameters: today, now, the default waarschuwingsdagen.
 */
const TERMIJNEN = `
  with waarschuwing as (
    select identificatie, versie, dag::int as dagen
    from zaaktypeversie, jsonb_array_elements_text(coalesce(gegevens -> 'waarschuwingsdagen', $3::jsonb)) as dag
  ), nabij as (
    select distinct on (zaak.id) zaak.id, behandelaar_id, 'termijn'::signalering_soort as soort,
      concat(uiterlijke_einddatum, '/', dagen) as gegeven
    from zaak
    join waarschuwing on waarschuwing.identificatie = zaak.zaaktype and waarschuwing.versie = zaak.zaaktypeversie
    where (einddatum is null) is true and opschorting is null and behandelaar_id is not null
      and not besluit_geldt
      and uiterlijke_einddatum between $1::date - ${DAYS_LATE} and $1::date + (select max(dagen) from waarschuwing)
      and uiterlijke_einddatum <= $1::date + dagen
    order by zaak.id, dagen
  ), ${tellOnce('nabij')}`

/**
 * Signals a near term to the behandelaar, once for each of the zaaktype's waarschuwingsdagen. A term is not
 * near while it stands still, or while a besluit is in force. A resumed term has another fatale datum, which
 * is another cause.
 *
 * @returns the number of signaleringen
 */
export async function signaleerTermijnen({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<number> {
  const now = clock()
  const values = [dateInAmsterdam(now), now, JSON.stringify(WAARSCHUWINGSDAGEN)]
  const { rows } = await pool.query<{ count: number }>(TERMIJNEN, values)
  return rows[0]?.count ?? 0
}

/** The number of werkdagen before consent to wait ends. */
const WERKDAGEN_BEFORE = 2
/**
 * The number of days after an ingebrekestelling; after fourteen a late besluit costs money (Awb 4:17 lid 3).
 */
const DWANGSOM_NEAR_AFTER_DAYS = 11
/** Interval of signaleringen about an opschorting without an end of its own. */
const EVERY_WEEKS = 2

/**
 * The conditions on `opschorting` are written as in their indexes. A later signalering about the same
 * opschorting replaces an unseen earlier one. Parameters: today, now, the last day that is near.
 */
const STILSTAND = `
  with stil as (
    select id, behandelaar_id, 'instemming_eindigt'::signalering_soort as soort, opgeschort_tot::text as gegeven
    from zaak
    where opschorting <> 'opschorting' and opschorting = 'instemming' and behandelaar_id is not null
      and opgeschort_tot between $1::date and $3::date
    union all
    select id, behandelaar_id, 'opschorting_duurt',
      concat(opgeschort_op, '/', ($1::date - opgeschort_op) / ${EVERY_WEEKS * 7} * ${EVERY_WEEKS})
    from zaak
    where einddatum is null and opschorting is not null and opschorting = 'opschorting' and behandelaar_id is not null
      and opgeschort_op <= $1::date - ${EVERY_WEEKS * 7}
    union all
    select id, behandelaar_id, 'dwangsom_nabij', ingebrekegesteld_op::text
    from zaak
    where einddatum is null and ingebrekegesteld_op is not null and behandelaar_id is not null
      and ingebrekegesteld_op <= $1::date - ${DWANGSOM_NEAR_AFTER_DAYS} and coalesce(niet_laat_vanaf > $1::date, true)
      and not exists (
        select from zaaktypeversie as type
        where identificatie = zaak.zaaktype and type.versie = zaak.zaaktypeversie and gegevens ->> 'geenDwangsom' is not null
      )
  ), ${tellOnce('stil')}`

/**
 * Tells behandelaars once that consent to wait will end (Awb 4:15 lid 2 a), and every two weeks that an
 * opschorting lasts that only they can end (lid 1 b, lid 2 b and c). Also tells that a late besluit will cost
 * money (Awb 4:17).
 *
 * @returns the number of signaleringen
 */
export async function signaleerStilstand({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<number> {
  const now = clock()
  const today = dateInAmsterdam(now)
  const { rows } = await pool.query<{ count: number }>(STILSTAND, [today, now, werkdagenLater(today, WERKDAGEN_BEFORE)])
  return rows[0]?.count ?? 0
}

/** The time that a zaak is unassigned before its coordinators are told. */
const WAIT_MS = 2 * DAY_MS
/** A zaak that has waited longer got its signalering earlier, or dates from before signaleringen existed. */
const LONG_AGO_MS = 9 * DAY_MS

/**
 * Reads all unassigned zaken, which come first in the order by behandelaar; runs once an hour. The cause is
 * the begin of the wait, so that a zaak that was given back is told again. Parameters: the latest and the
 * earliest begin of the wait, and now.
 */
const NIET_TOEGEWEZEN = `
  with van_niemand as materialized (
    select zaak.id, zaak.team, zaak.vertrouwelijk, greatest(
      (select datum_status_gezet from status where zaak_id = zaak.id and versie = 1),
      (select max(op) from toewijzing where zaak_id = zaak.id and naar_behandelaar_id is null)
    ) as sinds
    from zaak where einddatum is null and zaak.behandelaarnaam collate "C" = '' and behandelaar_id is null
  ), wachtend as materialized (
    select * from van_niemand where sinds between $2 and $1
  )
  insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
  select gen_random_uuid(), behandelaar.id, zaak.id, 'niet_toegewezen', zaak.sinds::text, $3
  from wachtend as zaak join behandelaar on ${magSql('coordineren')}
  where not exists (
    select from signalering
    where zaak_id = zaak.id and behandelaar_id = behandelaar.id and soort = 'niet_toegewezen'
      and gegeven = zaak.sinds::text
  )
  on conflict do nothing`

/**
 * Tells the coordinators of a team which of its zaken are unassigned for two days.
 *
 * @returns the number of signaleringen
 */
export async function signaleerNietToegewezen({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>) {
  const now = clock()
  const ago = (ms: number) => new Date(now.getTime() - ms)
  return (await pool.query(NIET_TOEGEWEZEN, [ago(WAIT_MS), ago(LONG_AGO_MS), now])).rowCount ?? 0
}

/** The changes that must reach the aanvrager (Awb 2:10, 3:41, 4:5), besides the end of the zaak. */
const MUST_REACH: readonly StatusSoort[] = [
  'aanvullingsverzoek',
  'aanvulling_verlengd',
  'heropening',
  'besluit_vastgelegd',
  'besluit_bekendgemaakt',
  'besluit_gecorrigeerd',
  'besluit_ingetrokken',
  'ingebrekestelling_vervallen',
  'dwangsom_vastgesteld',
  'doorzending',
  'intrekking_afgewezen',
  'vraag_beantwoord',
]

/** The id of an event begins with its time, so this reads those days of its index. */
const ONBEREIKT = `
  with onbereikt as materialized (
    select distinct on (zaak.id) zaak.id, zaak.behandelaar_id, status.gebeurtenis_id
    from status join zaak on zaak.id = status.zaak_id
    where status.gebeurtenis_id between $1::uuid and $2::uuid and zaak.behandelaar_id is not null
      and (status.soort = any($3) or status.soort = 'statuswijziging' and status.einddatum is not null)
      and ${UNREACHED}
    order by zaak.id, status.versie desc
  )
  insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
  select gen_random_uuid(), behandelaar_id, id, 'brief_nodig', gebeurtenis_id::text, $4 from onbereikt
  on conflict do nothing`

/**
 * Tells behandelaars which aanvragers need a letter: for two days an important change did not reach them, and
 * they get no mail.
 *
 * @returns the number of signaleringen
 */
export async function signaleerOnbereikt({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<number> {
  const now = clock()
  const [from, to] = [LONG_AGO_MS, WAIT_MS].map((ms) => firstIdOf(new Date(now.getTime() - ms)))
  return (await pool.query(ONBEREIKT, [from, to, MUST_REACH, now])).rowCount ?? 0
}
