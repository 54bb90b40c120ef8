import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'
import { KEEP_MAILS_MS } from './read-bounces.ts'

const PURGE = `
  delete from verzonden_mail where id = any (array(
    select id from verzonden_mail where verzonden_op < $1 order by verzonden_op limit $2::int
  ))`

/** Forgets mails that will not come back any more. */
export async function purgeVerzondenMails(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_MAILS_MS)
  await deleteInBatches(pool, { statement: PURGE, values: [before, DELETE_BATCH], signal })
}
