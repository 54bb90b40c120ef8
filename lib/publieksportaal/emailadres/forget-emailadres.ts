import type pg from 'pg'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'

const forget = (which: string) => `
  update emailadres set versleuteld = null, sleutel_id = null, geverifieerd_op = null, geweigerd_op = null,
    geweigerd_code = null, bevestiging_hash = null, bevestiging_verloopt_op = null
  where ${which} = $1
  returning burger_id as "burgerId"`

const FORGET = { burger_id: forget('burger_id'), afmeldcode: forget('afmeldcode') }

/** Forgets the address, and what would still be mailed to it. */
export async function forgetEmailadres(
  pool: pg.Pool,
  { which, value }: { which: keyof typeof FORGET; value: string },
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const [found] = (await client.query<{ burgerId: string }>(FORGET[which], [value])).rows
    if (found) await client.query('delete from uitgaande_mail where burger_id = $1', [found.burgerId])
  })
}
