import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { WAARSCHUWINGSDAGEN } from '../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { tellOnce } from './tell-once.ts'

/** A zaak that passed its fatale datum while no worker ran is told of too, for as long as this. */
const DAYS_LATE = 7

/**
 * Reads what is near by the index of running terms only: `is true` keeps those of open zaken from fitting. Of several days that have come the last one counts, and it
 * takes the place of an earlier one that was not seen. Parameters: today, now, the days of a version that names none.
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
 * Tells behandelaars whose term is near, once for each of the zaaktype's waarschuwingsdagen. A suspended term is not
 * near, nor one of a zaak of which a besluit holds; one that runs again has another fatale datum, which is another cause.
 *
 * @returns how many signaleringen
 */
export async function signaleerTermijnen({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<number> {
  const now = clock()
  const values = [dateInAmsterdam(now), now, JSON.stringify(WAARSCHUWINGSDAGEN)]
  const { rows } = await pool.query<{ count: number }>(SIGNALEER, values)
  return rows[0]?.count ?? 0
}
