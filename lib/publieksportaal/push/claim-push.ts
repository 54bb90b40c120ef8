import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { gatherMoment } from '../inbox/order-news.ts'
import { type Claimed, claimSql, retryStatement } from '../outbox/attempts.ts'
import { WACHTRIJEN } from '../outbox/wachtrijen.ts'

type Settling = Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>

/** `aanvraag` changes when more changes come after the claim. */
export type ClaimedPush = Claimed & {
  apparaatId: string
  zaakId: string
  vanVersie: number
  herinneringId: string | null
  aanvraag: number
  aangemaaktOp: Date
}

const CLAIM = claimSql(WACHTRIJEN.push, {
  returning: `apparaat_id as "apparaatId", zaak_id as "zaakId", van_versie as "vanVersie", aanvraag,
    herinnering_id as "herinneringId",
    aangemaakt_op as "aangemaaktOp"`,
})

/** Leases the first due push. */
export async function claimPush(ctx: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<ClaimedPush | undefined> {
  const statement = { name: 'claim-push', text: CLAIM, values: [sqlNow(ctx.clock)] }
  const [claimed = []] = await runPipeline(ctx.pool, [statement])
  return claimed[0] as ClaimedPush | undefined
}

// Ends a push only under its own lease: after the lease expires another process may hold the push.
const END = 'delete from uitgaande_push where id = $1::uuid and pogingen = $2::int and aanvraag = $3::int'
/** A push that still exists has newer changes, so it starts gathering again. */
const GO_ON = `
  update uitgaande_push
  set van_versie = $3::int, herinnering_id = nullif(herinnering_id, $6::uuid), pogingen = 0, aangemaakt_op = $4::timestamptz,
    volgende_poging = $5::timestamptz
  where id = $1::uuid and pogingen = $2::int`
const SUCCEEDED = 'update apparaat set laatst_gelukt_op = $2::timestamptz where id = $1::uuid'

/**
 * Ends a push that was accepted, has nothing to tell or is given up.
 *
 * @param options.tot the last versie that it covered
 */
export async function endPush(
  ctx: Settling,
  { push, tot, isSent }: { push: ClaimedPush; tot: number; isSent: boolean },
): Promise<void> {
  const now = sqlNow(ctx.clock)
  const [id, pogingen] = [push.id, String(push.pogingen)]
  // Locks the apparaat before its pushes, as its removal does.
  const succeeded = { name: 'push-succeeded', text: SUCCEEDED, values: [push.apparaatId, now] }
  await runPipeline(ctx.pool, [
    ...(isSent ? [succeeded] : []),
    { name: 'end-push', text: END, values: [id, pogingen, String(push.aanvraag)] },
    {
      name: 'go-on-push',
      text: GO_ON,
      values: [id, pogingen, String(tot), now, gatherMoment(ctx), push.herinneringId],
    },
  ])
}

/**
 * @param options.random from 0 up to 1, as `Math.random()` returns
 * @param options.notBefore the time of the Retry-After header
 */
export async function retryPush(
  { pool, clock }: Settling,
  { push, ...options }: { push: ClaimedPush; random: number; notBefore?: Date | null },
): Promise<void> {
  await runPipeline(pool, [retryStatement(WACHTRIJEN.push, [push], { now: clock(), ...options })])
}

/** Locks the burger first, as a change of a zaak does before it queues pushes. */
const LOCK = 'select from burger where id = $1 for no key update'
const FORGET = 'delete from apparaat where id = $1 and endpoint_hash = $2'

/**
 * Deletes an apparaat whose push service reports that the subscription is gone.
 *
 * @returns false when the apparaat has another subscription since
 */
export async function forgetApparaat(
  { pool }: Pick<Settling, 'pool'>,
  { apparaatId, burgerId, endpointHash }: { apparaatId: string; burgerId: string; endpointHash: string },
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    await client.query(LOCK, [burgerId])
    return (await client.query(FORGET, [apparaatId, endpointHash])).rowCount === 1
  })
}
