import { v7 as uuidv7 } from 'uuid'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { clientsOfEnvironment } from '#lib/zaaksysteem/api/api-client.ts'
import { type Actor, recordedPgTransaction } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { readable } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { lockOrder } from '#lib/zaaksysteem/outbox/distribute-gebeurtenissen.ts'
import { lockAbonnement, replayBezorgingen } from './redeliver.ts'

/** Lower than every sequence, also those below 0. */
const BEFORE_ALL = -2_147_483_648

type RequestedHerstel =
  | { ok: true; herstelactieId: string; totaal: number }
  /** `in_progress`: an earlier herstelactie of this abonnement is still open */
  | { ok: false; reason: 'not_found' | 'not_active' | 'in_progress' }

/**
 * Requests a replay of the bezorgingen of an abonnement that never succeeded, for events logged at or after
 * `vanaf`. The workers replay them in batches (`processHerstelacties`). An abonnement has one open
 * herstelactie at a time.
 *
 * @param options.client - the API client that must own the abonnement; absent for the desk
 */
export async function requestHerstel(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  options: { abonnementId: string; client?: string; actor: Actor; vanaf: Date },
): Promise<RequestedHerstel> {
  const { abonnementId, vanaf, actor } = options
  return recordedPgTransaction(ctx, async (client, record): Promise<RequestedHerstel> => {
    const status = await lockAbonnement(client, { id: abonnementId, client: options.client })
    if (!status) return { ok: false, reason: 'not_found' }
    if (status !== 'actief') return { ok: false, reason: 'not_active' }
    const open = 'select from herstelactie where abonnement_id = $1 and klaar_op is null'
    if ((await client.query(open, [abonnementId])).rowCount) return { ok: false, reason: 'in_progress' }

    const now = ctx.clock()
    const found = await client.query<{ totaal: number; begin: number }>(
      `select count(*)::int as totaal, coalesce(min(sequence) - 1, 0) as begin from (${herstelbareBezorgingen('ALL')}) found`,
      [abonnementId, BEFORE_ALL, vanaf, now, now, clientsOfEnvironment(ctx.env)],
    )
    const { totaal, begin } = found.rows[0] as { totaal: number; begin: number }
    const herstelactieId = uuidv7()
    const gevraagdDoorId = actor.soort === 'behandelaar' ? actor.id : null
    await client.query(
      `insert into herstelactie
         (id, abonnement_id, vanaf, gevraagd_door_id, aangemaakt_op, tot_sequence, totaal, klaar_op)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [herstelactieId, abonnementId, vanaf, gevraagdDoorId, now, begin, totaal, totaal === 0 ? now : null],
    )
    await record({ actor, handeling: 'herstel_vragen', object: { soort: 'abonnement', id: abonnementId } })
    return { ok: true, herstelactieId, totaal }
  })
}

/**
 * Selects the bezorgingen of an abonnement that never succeeded: mislukt, overgeslagen, or waiting for a
 * retry. Their events were logged from `vanaf` until the request for the herstelactie. `sendable` is false
 * when the payload is purged, or when the client may no longer read the event. The two lines on `status`
 * repeat the condition of the only index that has these in the order of `sequence`.
 *
 * Parameters: abonnement, sequence to begin after, vanaf, until, now, `clientsOfEnvironment`.
 */
function herstelbareBezorgingen(limit: number | 'ALL'): string {
  return `
    select bezorging.id, bezorging.sequence, gebeurtenis.body is not null and ${readable({ now: '$5', clients: '$6' })} as sendable
    from bezorging join gebeurtenis on gebeurtenis.id = bezorging.gebeurtenis_id
    where bezorging.abonnement_id = $1 and bezorging.sequence > $2 and gebeurtenis.vastgelegd_op between $3 and $4
      and status <> 'bezorgd' and (status <> 'wachtend' or herhaling)
      and (status <> 'wachtend' or volgende_poging > $5 and (lease_tot is null or lease_tot <= $5))
    order by bezorging.sequence
    limit ${limit}`
}

const BATCH = 500

type Open = { id: string; abonnementId: string }
type Herstelactie = { vanaf: Date; aangemaaktOp: Date; totSequence: number }

/**
 * Processes herstelacties, the oldest first, until none is open or `signal` aborts. A batch commits together
 * with its cursor: if a worker dies, another continues after the last batch. Several workers can do this at
 * once, because a batch is selected under LOCK_ORDER, which one transaction holds at a time.
 *
 * A herstelactie waits while its abonnement is not actief.
 *
 * @returns the number of replayed bezorgingen
 */
export async function processHerstelacties(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<number> {
  let hersteld = 0
  while (!signal?.aborted) {
    const open = await findOpen(ctx)
    if (!open) break
    hersteld += await processBatch(ctx, open)
  }
  return hersteld
}

async function findOpen({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<Open | undefined> {
  const { rows } = await pool.query<Open>(
    `select herstelactie.id, abonnement_id as "abonnementId"
     from herstelactie join abonnement on abonnement.id = abonnement_id
     where klaar_op is null and abonnement.status = 'actief'
     order by herstelactie.aangemaakt_op limit 1`,
  )
  return rows[0]
}

async function processBatch(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  { id, abonnementId }: Open,
): Promise<number> {
  return inTransaction(ctx.pool, async (client) => {
    await lockOrder(client)
    if ((await lockAbonnement(client, { id: abonnementId })) !== 'actief') return 0
    const { rows: open } = await client.query<Herstelactie>(
      `select vanaf, aangemaakt_op as "aangemaaktOp", tot_sequence as "totSequence"
       from herstelactie where id = $1 and klaar_op is null`,
      [id],
    )
    if (!open[0]) return 0

    const now = ctx.clock()
    const { vanaf, aangemaaktOp, totSequence } = open[0]
    const { rows } = await client.query<{ id: string; sequence: number; sendable: boolean }>(
      herstelbareBezorgingen(BATCH),
      [abonnementId, totSequence, vanaf, aangemaaktOp, now, clientsOfEnvironment(ctx.env)],
    )
    const ids = rows.filter(({ sendable }) => sendable).map((row) => row.id)
    await replayBezorgingen(client, { ids, now })
    // A bezorging that became mislukt after `totaal` was counted is added to it.
    await client.query(
      `update herstelactie
       set tot_sequence = $2, hersteld = hersteld + $3, totaal = greatest(totaal, hersteld + $3), klaar_op = $4
       where id = $1`,
      [id, rows.at(-1)?.sequence ?? totSequence, ids.length, rows.length < BATCH ? now : null],
    )
    const left = rows.length - ids.length
    if (left > 0)
      ctx.log.warn({ abonnementId, count: left }, 'Bezorgingen that are purged or not readable stay as they are')
    if (rows.length < BATCH) ctx.log.info({ abonnementId }, 'A herstelactie is ready')
    return ids.length
  })
}
