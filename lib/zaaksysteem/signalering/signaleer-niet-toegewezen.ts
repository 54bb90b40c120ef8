import { DAY_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { magSql } from '../rechten/mag-sql.ts'

/** The time that a zaak is unassigned before its coordinators are told. */
const WAIT_MS = 2 * DAY_MS
/** A zaak that has waited longer got its signalering earlier, or dates from before signaleringen existed. */
const LONG_AGO_MS = 9 * DAY_MS

/**
 * Reads all unassigned zaken, which come first in the order by behandelaar; runs once an hour. The cause is
 * the begin of the wait, so that a zaak that was given back is told again. Parameters: the latest and the
 * earliest begin of the wait, and now.
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
 * Tells the coordinators of a team which of its zaken are unassigned for two days.
 *
 * @returns the number of signaleringen
 */
export async function signaleerNietToegewezen({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>) {
  const now = clock()
  const ago = (ms: number) => new Date(now.getTime() - ms)
  return (await pool.query(SIGNALEER, [ago(WAIT_MS), ago(LONG_AGO_MS), now])).rowCount ?? 0
}
