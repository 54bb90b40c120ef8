import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'

const BATCH = 500
/** A round runs every ten minutes, so a million burgers, all due after an upgrade, take four hours. */
const BATCHES_A_ROUND = 100

/** Only takes the locks, so that the next statement sees a zaak or a sign-in that came just before. */
const LOCK_DUE = `
  select id from burger where nakijken_op < $1 order by nakijken_op limit ${BATCH} for update skip locked`

const DELETE = `
  delete from burger where id = any($1::uuid[])
    and not exists (select from zaak where burger_id = burger.id)
    and not exists (select from sessie where burger_id = burger.id)
    and not exists (select from sessie where gemachtigde_id = burger.id)
    and not exists (select from vestiging where bedrijf_id = burger.id)`

/** Spreads the next checks over the second half of the term, so that they are not all due at once again. */
const LOOK_AGAIN = `
  update burger set nakijken_op = $2::timestamptz + (0.5 + random() / 2) * make_interval(days => $3::int)
  where id = any($1::uuid[])`

/**
 * Deletes burgers without zaken, vestigingen or a sign-in for PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN. Checks
 * each burger at least once in that time. A burger who returns later gets a new row.
 */
export async function purgeBurgers(
  { env, pool, clock }: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  for (let batch = 0; batch < BATCHES_A_ROUND && !signal?.aborted; batch++) {
    const now = clock()
    const looked = await inTransaction(pool, async (client) => {
      await client.query(LOOK_UP_IN_INDEXES)
      const { rows } = await client.query<{ id: string }>(LOCK_DUE, [now])
      if (rows.length === 0) return 0
      const ids = rows.map(({ id }) => id)
      await client.query(DELETE, [ids])
      await client.query(LOOK_AGAIN, [ids, now, env.PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN])
      return ids.length
    })
    if (looked < BATCH) return
  }
}
