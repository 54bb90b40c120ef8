import { DecryptionError, decrypt, encrypt } from '#lib/platform/crypto/encryption.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import { BOUND_TO as AGENDA } from '../agenda/agenda-adres.ts'
import { BOUND_TO as VESTIGING } from '../burger/identiteit.ts'
import type { PublieksportaalContext } from '../context.ts'
import { BOUND_TO as EMAILADRES } from '../mail/emailadres/emailadres.ts'
import { BOUND_TO as APPARAAT } from '../push/apparaat/push-subscription.ts'

/** A table with `versleuteld` and an indexed `sleutel_id`. The AAD of a row is `boundTo` and its id. */
type EncryptedTable = { table: string; id: string; boundTo: string }

/** Every table encrypted under PUBLIEKSPORTAAL_ENCRYPTION_KEYS; a test compares it with the schema. */
export const ENCRYPTED: EncryptedTable[] = [
  { table: 'emailadres', id: 'burger_id', boundTo: EMAILADRES },
  { table: 'nieuw_emailadres', id: 'burger_id', boundTo: EMAILADRES },
  { table: 'agenda', id: 'burger_id', boundTo: AGENDA },
  { table: 'apparaat', id: 'id', boundTo: APPARAAT },
  { table: 'vestiging', id: 'burger_id', boundTo: VESTIGING },
  { table: 'uitgaande_mail', id: 'id', boundTo: '' },
  { table: 'bron_geheim', id: 'id', boundTo: '' },
  { table: 'bewijssleutel', id: 'id', boundTo: '' },
  { table: 'bestand', id: 'id', boundTo: '' },
]

const BATCH = 500

type Row = { id: string; versleuteld: Buffer }
type Ctx = Pick<PublieksportaalContext, 'env' | 'pool' | 'log'>

const find = ({ table, id }: EncryptedTable) => `
  select ${id} as id, versleuteld from ${table}
  where sleutel_id = $1 and ($2::uuid is null or ${id} > $2) order by ${id} limit ${BATCH}`

/** Writes only unchanged rows: a citizen may have given another address meanwhile. */
const replace = ({ table, id }: EncryptedTable) => `
  update ${table} set versleuteld = anew.versleuteld, sleutel_id = $1
  from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as anew(id, was, versleuteld)
  where ${table}.${id} = anew.id and ${table}.versleuteld = anew.was`

/**
 * Re-encrypts under the newest key the rows under an older one of PUBLIEKSPORTAAL_ENCRYPTION_KEYS, so that
 * the older key can be removed. One process at a time, in small batches. Rows that cannot be decrypted are
 * left and logged.
 */
export async function encryptAnew(ctx: Ctx, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  const [, ...older] = ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS
  if (older.length === 0) return
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.encryptAnew, async () => {
    for (const table of ENCRYPTED) for (const { id } of older) await encryptTable(ctx, { table, sleutelId: id, signal })
  })
}

async function encryptTable(
  { env, pool, log }: Ctx,
  of: { table: EncryptedTable; sleutelId: string; signal: AbortSignal | undefined },
): Promise<void> {
  const { table, sleutelId, signal } = of
  const keys = env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS
  let count = 0
  let last: string | null = null
  while (!signal?.aborted) {
    const { rows, rowCount } = await inTransaction(pool, async (client) => {
      await client.query(LOOK_UP_IN_INDEXES)
      const found = (await client.query<Row>(find(table), [sleutelId, last])).rows
      const anew = found.flatMap(({ id, versleuteld }) => {
        const boundTo = table.boundTo + id
        try {
          const plaintext = decrypt(keys, { versleuteld, sleutelId, boundTo })
          return { id, was: versleuteld, versleuteld: encrypt(keys, { plaintext, boundTo }).versleuteld }
        } catch (err) {
          if (!(err instanceof DecryptionError)) throw err
          log.error(
            { err, objectSoort: table.table, objectId: id },
            'A row cannot be decrypted, so its old key is still needed',
          )
          return []
        }
      })
      const values = [anew.map(({ id }) => id), anew.map(({ was }) => was), anew.map((row) => row.versleuteld)]
      const replaced = await client.query(replace(table), [keys[0]?.id, ...values])
      return { rows: found, rowCount: replaced.rowCount ?? 0 }
    })
    count += rowCount
    last = rows.at(-1)?.id ?? null
    if (rows.length < BATCH) break
  }
  if (count > 0)
    log.info(
      { objectSoort: table.table, count, reason: sleutelId },
      'Rows of an older key were encrypted under the newest',
    )
}

const COUNT = `
  select (${ENCRYPTED.map(({ table }) => `(select count(*) from ${table} where sleutel_id = any ($1))`).join(' + ')})::int
    as count`

/** Counts the rows that are still encrypted under an older key than the newest. */
export async function countOldEncryptions({
  pool,
  env,
}: Pick<PublieksportaalContext, 'pool' | 'env'>): Promise<number> {
  const [, ...older] = env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS
  if (older.length === 0) return 0
  const { rows } = await pool.query<{ count: number }>(COUNT, [older.map(({ id }) => id)])
  return rows[0]?.count ?? 0
}
