import type pg from 'pg'
import { type NewAuditregel, type RecordAuditregel, withAuditregels } from '#lib/platform/audit/with-auditregels.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'

/** Who acts. `id`: of the row of a burger, or the keyed hash of a beheerder's `sub`. `namens`: of another burger, whom it is done for. */
export type Actor = { soort: 'burger' | 'beheerder' | 'opdrachtregel'; id: string; namens?: string }

/** Whoever may run commands where the portal runs. */
export const OPDRACHTREGEL: Actor = { soort: 'opdrachtregel', id: 'opdrachtregel' }

/** Everything that is recorded, by its stable code. */
type Naam =
  | 'inloggen'
  | 'uitloggen'
  | 'vestiging_kiezen'
  | 'gegevens_downloaden'
  | 'bewijs_downloaden'
  | 'bron_registreren'
  | 'bron_intrekken'
  | 'bron_toelaten'
  | 'zaken_herbouwen'
  | 'lezen_bevestigen'
  | 'aanvulling_melden'
  | 'intrekking_vragen'
  | 'emailadres_opgeven'
  | 'emailadres_bevestigen'
  | 'emailadres_verwijderen'
  | 'voorkeuren_wijzigen'
  | 'apparaat_toevoegen'
  | 'apparaat_verwijderen'
  | 'agenda_maken'
  | 'agenda_vernieuwen'
  | 'agenda_stoppen'

type Recorder = RecordAuditregel<NewAuditregel<Actor['soort'], Naam>>

/** Runs `work` in a transaction of Prisma, with what it records. */
export function recordedTransaction<T>(
  ctx: Pick<PublieksportaalContext, 'db' | 'clock' | 'log'>,
  work: (tx: Prisma.TransactionClient, record: Recorder) => Promise<T>,
): Promise<T> {
  return withAuditregels(ctx, (recordWith) =>
    ctx.db.$transaction((tx) => {
      const execute = (sql: string, values: unknown[]) => tx.$executeRawUnsafe(sql, ...values)
      return work(tx, recordWith(execute))
    }),
  )
}

/** The same in a transaction of `inTransaction`. Record last: nothing may be refused after it. */
export function recordedPgTransaction<T>(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  work: (client: pg.PoolClient, record: Recorder) => Promise<T>,
): Promise<T> {
  return withAuditregels(ctx, (recordWith) =>
    inTransaction(ctx.pool, (client) => {
      const execute = (sql: string, values: unknown[]) => client.query(sql, values)
      return work(client, recordWith(execute))
    }),
  )
}
