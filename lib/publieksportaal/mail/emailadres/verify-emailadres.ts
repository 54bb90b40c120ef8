import type pg from 'pg'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { decryptAdres } from './emailadres.ts'
import { orderAdresmail } from './order-adresmail.ts'
import { BEVESTIGING_VALID_MS, makeAfmeldcode } from './set-emailadres.ts'

const VERIFY = `
  update emailadres set bevestigd_op = $2, bevestiging_hash = null, bevestiging_verloopt_op = null
  where bevestiging_hash = $1 and bevestiging_verloopt_op > $2
  returning burger_id as "burgerId"`

/** `setEmailadres` locks the burger first too. */
const LOCK = `
  select id as "burgerId" from burger
  where id = (select burger_id from nieuw_emailadres where bevestiging_hash = $1) for no key update`
const FIND_OLD =
  'select versleuteld, sleutel_id as "sleutelId" from emailadres where burger_id = $1 and geweigerd_op is null'
/** $3: a new code, so that the one in mails to the former address stops working. */
const REPLACE = `
  with nieuw as (
    delete from nieuw_emailadres where bevestiging_hash = $1 and bevestiging_verloopt_op > $2
    returning burger_id, versleuteld, sleutel_id, retourcode
  ), told as (
    delete from uitgaande_mail where soort = 'adreswijziging' and burger_id in (select burger_id from nieuw)
  )
  update emailadres set versleuteld = nieuw.versleuteld, sleutel_id = nieuw.sleutel_id, retourcode = nieuw.retourcode,
    bevestigd_op = $2, geweigerd_op = null, geweigerd_code = null, afmeldcode = $3
  from nieuw where emailadres.burger_id = nieuw.burger_id`
/** Failures of the previous address say nothing about this one. */
const BEGIN_ANEW = 'update uitgaande_mail set mislukt_sinds = null where burger_id = $1'

/**
 * Confirms an address, and notifies the address that it replaces.
 *
 * @returns false when the link was used, is older than a day, or a newer one was requested
 */
export async function verifyEmailadres(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { token }: { token: string },
): Promise<boolean> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const verified = (await verifyFirst(client, ctx, token)) ?? (await replace(client, ctx, token))
    if (!verified) return false
    await record({ actor: { soort: 'burger', id: verified.burgerId }, handeling: 'emailadres_bevestigen' })
    return true
  })
}

type Verified = { burgerId: string } | undefined

async function verifyFirst(
  client: pg.PoolClient,
  { clock }: Pick<PublieksportaalContext, 'clock'>,
  token: string,
): Promise<Verified> {
  return (await client.query<{ burgerId: string }>(VERIFY, [hashToken(token), clock()])).rows[0]
}

async function replace(
  client: pg.PoolClient,
  ctx: Pick<PublieksportaalContext, 'env' | 'clock'>,
  token: string,
): Promise<Verified> {
  const hash = hashToken(token)
  const [found] = (await client.query<{ burgerId: string }>(LOCK, [hash])).rows
  if (!found) return undefined
  const { burgerId } = found
  const [old] = (await client.query<{ versleuteld: Buffer | null; sleutelId: string | null }>(FIND_OLD, [burgerId]))
    .rows
  const { rowCount } = await client.query(REPLACE, [hash, ctx.clock(), makeAfmeldcode()])
  if (rowCount === 0) return undefined
  await client.query(BEGIN_ANEW, [burgerId])
  if (old?.versleuteld && old.sleutelId) {
    const { versleuteld, sleutelId } = old
    const geheim = decryptAdres(ctx, { burgerId, versleuteld, sleutelId })
    await orderAdresmail(client, ctx, { soort: 'adres_gewijzigd', burgerId, geheim })
  }
  return found
}

const renew = (table: string) => `
  update ${table} set bevestiging_verloopt_op = $3
  where burger_id = $1 and retourcode = $2 and bevestiging_hash is not null`
const RENEW = `with nieuw as (${renew('nieuw_emailadres')}) ${renew('emailadres')}`

/** Restarts the day of a link when it is mailed, because the mail may have waited. */
export async function renewBevestiging(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { burgerId, retourcode }: { burgerId: string; retourcode: string },
): Promise<void> {
  await pool.query(RENEW, [burgerId, retourcode, new Date(clock().getTime() + BEVESTIGING_VALID_MS)])
}
