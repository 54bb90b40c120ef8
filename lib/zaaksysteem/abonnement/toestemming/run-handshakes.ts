import { randomBytes } from 'node:crypto'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { DAY_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { latestEndSql } from '#lib/platform/is-over.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { type Bell, runTasks } from '#lib/platform/tasks/run-tasks.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { tryStream } from '#lib/zaaksysteem/egress/nats/publish-to-stream.ts'
import { TOTAL_TIMEOUT_MS } from '#lib/zaaksysteem/egress/request-sink.ts'
import { sinkPolicy } from '#lib/zaaksysteem/egress/sink-guard.ts'
import type { AbonnementModel } from '#lib/zaaksysteem/generated/models.ts'
import { readNatsCredential } from '../geheim/geheim.ts'
import { openToegang } from '../toegang/toegang.ts'
import { recordToestemming, recordWeigering } from './record-toestemming.ts'
import { requestToestemming, type Toestemming } from './request-toestemming.ts'

const TOESTEMMING_PATH = '/api/zaaksysteem/v1/toestemming'

const CALLBACK_MS = DAY_MS
const KEY_BYTES = 32

/**
 * Asks the sink of an abonnement for its toestemming, which alone makes the abonnement actief.
 *
 * If the sink answers without toestemming, the abonnement is geweigerd at once, so that the client need not
 * wait. For 24 hours the sink can still give its toestemming by calling back (CloudEvents webhook section
 * 4.1.2), which makes the abonnement actief. If handshakes overlap, the one that began last decides.
 *
 * @returns the outcome of this handshake; `undefined` when there is no such abonnement
 */
export async function askToestemming(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock' | 'log' | 'once'>,
  id: string,
): Promise<Toestemming | undefined> {
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const callbackHash = hashToken(key)
  const [abonnement] = await ctx.db.abonnement.updateManyAndReturn({
    where: { id },
    data: { callbackHash, callbackTot: new Date(ctx.clock().getTime() + CALLBACK_MS) },
  })
  if (!abonnement) return undefined

  const toestemming =
    abonnement.protocol === 'NATS'
      ? await tryNatsSink(ctx, abonnement)
      : await requestToestemming(ctx, {
          sink: abonnement.sink,
          toegang: await openToegang(ctx, { ...abonnement, abonnementId: id }),
          callback: callbackUrl(ctx.env, key),
        })
  if (toestemming.ok) {
    const recorded = await recordToestemming(ctx, { callbackHash }, toestemming.rate)
    if (recorded) ctx.log.info({ abonnementId: id }, 'The sink of an abonnement agreed')
  } else {
    await recordWeigering(ctx, { callbackHash }, toestemming.reason)
    const { reason: code, detail: reason } = toestemming
    ctx.log.warn({ abonnementId: id, code, reason }, 'The sink of an abonnement did not agree')
  }
  return toestemming
}

/** `undefined` without https, which the specification requires of a callback; the demo offers http too. */
function callbackUrl(env: ZaaksysteemContext['env'], key: string): string | undefined {
  const { protocol, origin } = new URL(env.ZAAKSYSTEEM_URL)
  return protocol === 'https:' || env.DEMO ? `${origin}${TOESTEMMING_PATH}/${key}` : undefined
}

/**
 * The handshake over NATS, which has none of its own. The server must accept the user and password of the
 * owner, and a stream must store the subject, so that we publish nothing unasked. A rate is not part of it,
 * because the stream limits that itself.
 */
async function tryNatsSink(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'once'>,
  { id, sink, natsSubject, natsStream }: Pick<AbonnementModel, 'id' | 'sink' | 'natsSubject' | 'natsStream'>,
): Promise<Toestemming> {
  const geheimen = await ctx.db.geheim.findMany({ where: { abonnementId: id } })
  const credential = readNatsCredential(ctx, geheimen)
  const tried = await tryStream({ sink, subject: natsSubject, credential, policy: sinkPolicy(ctx) }, natsStream)
  if (tried.ok) return { ok: true, rate: null }
  const { foutsoort, foutdetail } = tried.failure
  return { ok: false, reason: foutsoort, detail: foutdetail ?? undefined }
}

/** A sink that does not answer takes a place until its timeout. */
const PLACES = 128

/**
 * Performs ordered handshakes until `signal` aborts. Then it claims no more, waits for those under way and
 * returns. Any number of workers can run against one database.
 *
 * @param options.bell rings when a handshake was ordered
 */
export async function runHandshakes(
  ctx: ZaaksysteemContext,
  { bell, signal }: { bell: Bell; signal: AbortSignal },
): Promise<void> {
  const asking = new Set<Promise<void>>()

  async function ask(handshake: ClaimedHandshake) {
    try {
      await performHandshake(ctx, handshake)
    } catch (err) {
      ctx.log.error({ err, abonnementId: handshake.abonnementId }, 'A handshake broke off; trying again')
    }
  }

  async function look() {
    for (const handshake of await claimHandshakes(ctx, PLACES - asking.size)) {
      const asked = ask(handshake).then(() => {
        asking.delete(asked)
        // The client has a free place for its next handshake.
        bell.ring()
      })
      asking.add(asked)
    }
  }

  await runTasks(ctx, { tasks: [{ name: 'handshakes', run: look, everyMs: SECOND_MS, bell }], signal })
  await Promise.all(asking)
}

/**
 * Performs the handshake and ends the order once the outcome is recorded. A crash in between repeats it
 * rather than losing it.
 */
export async function performHandshake(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock' | 'log' | 'once'>,
  { id, abonnementId }: ClaimedHandshake,
): Promise<void> {
  const toestemming = await askToestemming(ctx, abonnementId)
  const foutdetail = toestemming?.ok === false ? toestemming.detail : undefined
  await ctx.db.handshake.updateMany({ where: { id }, data: { klaarOp: ctx.clock(), foutdetail } })
}

/** The lease of a handshake: longer than one can take. */
export const LEASE_MS = 2 * TOTAL_TIMEOUT_MS
/** Most handshakes of one client under way, over all workers. Concurrent claims can exceed it by a few. */
export const CLIENT_SHARE = 48

/** A handshake that this process may perform until its lease ends. */
type ClaimedHandshake = { id: string; abonnementId: string }

/**
 * True when a handshake is leased. A lease that ends later than possible was given before the clock was set
 * back.
 */
const LEASED = `coalesce(lease_tot > $1::timestamptz and lease_tot <= ${latestEndSql('$1', LEASE_MS / SECOND_MS)}, false)`

/** Clients take turns, each with its oldest handshake first. Parameters: now, most handshakes. */
const CLAIM = `
  with open as (
    select id, gevraagd_op, ${LEASED} as leased,
           count(*) filter (where ${LEASED}) over (partition by client) as leased_of_client,
           row_number() over (partition by client, ${LEASED} order by gevraagd_op, id) as beurt
    from handshake where klaar_op is null
  ), chosen as (
    select id from open
    where not leased and leased_of_client + beurt <= ${CLIENT_SHARE}
    order by beurt, gevraagd_op limit $2
  ), free as (
    select handshake.id from chosen join handshake on handshake.id = chosen.id
    where klaar_op is null and not ${LEASED}
    for update of handshake skip locked
  )
  update handshake set lease_tot = $1::timestamptz + make_interval(secs => ${LEASE_MS / SECOND_MS})
  from free where handshake.id = free.id
  returning handshake.id, abonnement_id as "abonnementId"`

/** Leases ordered handshakes. If the process dies, another can claim them when the leases end. */
export async function claimHandshakes(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  limit: number,
): Promise<ClaimedHandshake[]> {
  const { rows } = await pool.query<ClaimedHandshake>(CLAIM, [sqlNow(clock), limit])
  return rows
}
