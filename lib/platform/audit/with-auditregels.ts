import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../clock.ts'
import { DAY_MS } from '../durations.ts'
import { idsOfTraceparent } from '../http/trace-context.ts'
import type { Logger } from '../logger.ts'
import { inTransaction } from '../postgres/in-transaction.ts'

/** The retention of an auditregel: 18 months, so that abuse found in a yearly check can still be traced. */
export const KEEP_AUDITREGELS_MS = 548 * DAY_MS

export type NewAuditregel<ActorSoort extends string, Naam extends string> = {
  /** `id` is a pseudonym; null when a sign-in was refused, because then there is no account */
  actor: {
    soort: ActorSoort
    id: string | null
    /** W3C trace context of the request; only for a table that has columns for it */
    traceparent?: string | undefined
    /** the person that it was done for, if not the actor; only for a table that has a column for it */
    namens?: string | undefined
  }
  handeling: Naam
  object?: { soort: string; id: string }
  /** stable code of a refusal; absent when the act was done */
  geweigerd?: string
  /** the changed fields with their old and new values; only for a table that has a column for it */
  wijzigingen?: readonly object[] | undefined
}

type RecordAuditregel<H> = (regel: H) => Promise<void>

/** Executes a statement in the transaction of the act. */
type Execute = (sql: string, values: unknown[]) => Promise<unknown>

/** The columns of every table, with the conversion of a parameter to the value of its column. */
const COLUMNS = ['id', 'tijdstip', 'actor_soort', 'actor', 'handeling', 'object_soort', 'object_id', 'uitkomst']
const FURTHER = {
  namens: (parameter: string) => parameter,
  trace_id: (parameter: string) => `decode(${parameter}, 'hex')`,
  parent_span_id: (parameter: string) => `decode(${parameter}, 'hex')`,
  wijzigingen: (parameter: string) => `${parameter}::jsonb`,
}

const insert = (further: (keyof typeof FURTHER)[]) => `
  insert into auditregel (${[...COLUMNS, ...further].join(', ')})
  values ($1::uuid, $2::timestamptz, $3::actor_soort, $4, $5, $6, $7, $8${further
    .map((column, index) => `, ${FURTHER[column](`$${COLUMNS.length + index + 1}`)}`)
    .join('')})`

type Ctx<Tx> = {
  db: { $transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> }
  pool: pg.Pool
  clock: Clock
  log: Logger
}

/** Makes the two kinds of transaction in which a system records its auditregels. */
export function recordedTransactions<
  Tx extends { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<unknown> },
  H extends NewAuditregel<string, string>,
>() {
  type Work<Client, T> = (client: Client, record: RecordAuditregel<H>) => Promise<T>

  /** Runs `work` in a Prisma transaction that also stores its auditregels. */
  function recordedTransaction<T>({ db, ...ctx }: Omit<Ctx<Tx>, 'pool'>, work: Work<Tx, T>): Promise<T> {
    return withAuditregels<H, T>(ctx, (recordWith) =>
      db.$transaction((tx) =>
        work(
          tx,
          recordWith((sql, values) => tx.$executeRawUnsafe(sql, ...values)),
        ),
      ),
    )
  }

  /** Does the same in a transaction of `inTransaction`. Record last: nothing may be refused after it. */
  function recordedPgTransaction<T>({ pool, ...ctx }: Omit<Ctx<Tx>, 'db'>, work: Work<pg.PoolClient, T>): Promise<T> {
    return withAuditregels<H, T>(ctx, (recordWith) =>
      inTransaction(pool, (client) =>
        work(
          client,
          recordWith((sql, values) => client.query(sql, values)),
        ),
      ),
    )
  }

  return { recordedTransaction, recordedPgTransaction }
}

/**
 * Runs a transaction that also stores its auditregels, so that there is no act without its auditregel and no
 * auditregel without its act. Logs them once it has committed. The tables of both systems share column names.
 *
 * @param transact runs the transaction, with the function that records in it
 */
async function withAuditregels<H extends NewAuditregel<string, string>, T>(
  { clock, log }: { clock: Clock; log: Logger },
  transact: (recordWith: (execute: Execute) => RecordAuditregel<H>) => Promise<T>,
): Promise<T> {
  const lines: (() => void)[] = []
  const result = await transact((execute) => async ({ actor, handeling, object, geweigerd, wijzigingen }) => {
    const uitkomst = geweigerd ?? 'gelukt'
    const values = [
      uuidv7(),
      clock(),
      actor.soort,
      actor.id,
      handeling,
      object?.soort ?? null,
      object?.id ?? null,
      uitkomst,
    ]
    const trace = actor.traceparent && idsOfTraceparent(actor.traceparent)
    const further = {
      ...(actor.namens && { namens: actor.namens }),
      ...(trace && { trace_id: trace.traceId, parent_span_id: trace.parentSpanId }),
      ...(wijzigingen && { wijzigingen: JSON.stringify(wijzigingen) }),
    }
    await execute(insert(Object.keys(further) as (keyof typeof FURTHER)[]), [...values, ...Object.values(further)])
    const fields = {
      actorSoort: actor.soort,
      actor: actor.id ?? undefined,
      namens: actor.namens,
      handeling,
      objectSoort: object?.soort,
      objectId: object?.id,
      uitkomst,
    }
    lines.push(() => log[geweigerd ? 'warn' : 'info'](fields, 'Handeling'))
  })
  for (const line of lines) line()
  return result
}
