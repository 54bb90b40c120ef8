import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** A worker gives one each ten seconds. The limit leaves time to restart it. */
const LEVENSTEKEN_HOLDS_MS = 2 * MINUTE_MS

/** The time in which no worker runs. */
type Uitval = {
  /** the last sign of life */
  sinds: Date
  /** bezorgingen, and events of which the bezorgingen are still to be made */
  wachtend: number
  /** when a mail about it was sent */
  gemaildOp: Date | null
}

/** Records that a worker runs. One whose clock is off runs no tasks, and so gives no sign of life. */
export async function giveLevensteken({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<void> {
  await pool.query(
    `insert into levensteken (op) values ($1)
     on conflict (id) do update set op = greatest(levensteken.op, excluded.op)`,
    [clock()],
  )
}

/** @returns `undefined` while a worker runs */
export async function findWorkeruitval({
  pool,
  clock,
}: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<Uitval | undefined> {
  const { rows } = await pool.query<Uitval>(
    `select op as sinds, case when gemaild_op > op then gemaild_op end as "gemaildOp",
            (select count(*) from bezorging where status = 'wachtend')::int
            + (select count(*) from gebeurtenis where sequence > (select max(tot_sequence) from verspreiding))::int
              as wachtend
     from levensteken where op < $1`,
    [new Date(clock().getTime() - LEVENSTEKEN_HOLDS_MS)],
  )
  return rows[0]
}
