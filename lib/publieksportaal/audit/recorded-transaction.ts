import { type Handeling, type RecordHandeling, withHandelingen } from '#lib/platform/audit/with-handelingen.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'

/** Who acts. `id`: of the row of a burger, or the keyed hash of a beheerder's `sub`. */
export type Actor = { soort: 'burger' | 'beheerder' | 'opdrachtregel'; id: string }

/** Whoever may run commands where the portal runs. */
export const OPDRACHTREGEL: Actor = { soort: 'opdrachtregel', id: 'opdrachtregel' }

/** Everything that is recorded, by its stable code. */
type Naam =
  | 'inloggen'
  | 'uitloggen'
  | 'gegevens_downloaden'
  | 'bron_registreren'
  | 'bron_intrekken'
  | 'bron_toelaten'
  | 'zaken_herbouwen'
  | 'aanvulling_melden'
  | 'intrekking_vragen'

/** Runs `work` in a transaction, with what it records. */
export function recordedTransaction<T>(
  ctx: Pick<PublieksportaalContext, 'db' | 'clock' | 'log'>,
  work: (tx: Prisma.TransactionClient, record: RecordHandeling<Handeling<Actor['soort'], Naam>>) => Promise<T>,
): Promise<T> {
  return withHandelingen(ctx, (recordWith) =>
    ctx.db.$transaction((tx) => {
      const execute = (sql: string, values: unknown[]) => tx.$executeRawUnsafe(sql, ...values)
      return work(tx, recordWith(execute))
    }),
  )
}
