import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { WAARSCHUWINGSDAGEN } from '../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { tellOnce } from './signaleer.ts'

/** A zaak that passed its fatale datum while no worker ran still gets its signalering for this many days. */
const DAYS_LATE = 7

/**
 * Reads near terms by the index of running terms only: `is true` prevents the index of open zaken from
 * matching. Of several waarschuwingsdagen that have come the last one counts, and it replaces an unseen
 * earlier one. Parameters: today, now, the default waarschuwingsdagen.
 */
const SIGNALEER = `
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
  const { rows } = await pool.query<{ count: number }>(SIGNALEER, values)
  return rows[0]?.count ?? 0
}
