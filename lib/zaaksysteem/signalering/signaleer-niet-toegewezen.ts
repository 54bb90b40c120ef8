import { DAY_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { magSql } from '../rechten/mag-sql.ts'

/** A zaak waits for so long before its coordinators are told. */
const WAIT_MS = 2 * DAY_MS
/** What waited for so long before was told of then, or there were no signaleringen yet. */
const LONG_AGO_MS = 9 * DAY_MS

/**
 * Reads all zaken of nobody, which stand first in the order by behandelaar: once an hour. Since when one waits is its cause, so that it is told again when it was given
 * back. Parameters: the moment since which it waits at the latest, and at the earliest, and now.
 */
const SIGNALEER = `
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
 * Tells the coordinators of a team which of its zaken nobody handles since two days.
 *
 * @returns how many signaleringen
 */
export async function signaleerNietToegewezen({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>) {
  const now = clock()
  const ago = (ms: number) => new Date(now.getTime() - ms)
  return (await pool.query(SIGNALEER, [ago(WAIT_MS), ago(LONG_AGO_MS), now])).rowCount ?? 0
}
