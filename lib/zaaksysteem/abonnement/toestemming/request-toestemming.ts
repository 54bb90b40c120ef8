import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import type { Left } from '#lib/platform/openapi/rate-limit.ts'
import { type Actor, recordedTransaction } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { ErrorKind } from '#lib/zaaksysteem/egress/error-kind.ts'
import { type SinkAnswer, TOTAL_TIMEOUT_MS, USER_AGENT } from '#lib/zaaksysteem/egress/request-sink.ts'
import { requestWithToegang, type Toegang } from '#lib/zaaksysteem/egress/request-with-toegang.ts'
import { sinkPolicy } from '#lib/zaaksysteem/egress/sink-guard.ts'
import { BALIE } from '#lib/zaaksysteem/env.ts'
import type { Prisma } from '#lib/zaaksysteem/generated/client.ts'
import { type OverLimit, takeHandshake } from '../client-limits.ts'

/** The requested rate in bezorgingen per minute (CloudEvents webhook section 4.1.3). */
export const REQUESTED_RATE = 12_000

/** The sink answered without valid toestemming. With any other reason the request itself failed. */
export const REFUSALS_OF_TOESTEMMING = [
  'no_consent',
  'rate_invalid',
  /** the toestemming names another origin than ours */
  'other_origin',
  /** 410 */
  'gone',
] as const

/** The reason why there is no toestemming. */
export type Foutcode = ErrorKind | (typeof REFUSALS_OF_TOESTEMMING)[number]

export type Toestemming =
  /** `rate`: bezorgingen per minute; null for no limit */
  | { ok: true; rate: number | null }
  /** `detail`: the code of the error, such as `CERT_HAS_EXPIRED` */
  | { ok: false; reason: Foutcode; detail?: string }

/**
 * Asks a sink whether it wants our bezorgingen (CloudEvents webhook 1.0.2 section 4). Without this, an API
 * client could aim our bezorgingen at a server of another organisation.
 *
 * Only headers give toestemming: ordinary servers answer OPTIONS with 200 or 204 without consenting to
 * anything.
 *
 * @param input.toegang - the credentials that the sink demands
 * @param input.callback - address that the sink may GET or POST to give its toestemming later
 */
export async function requestToestemming(
  ctx: Pick<ZaaksysteemContext, 'env' | 'once'>,
  {
    sink,
    toegang,
    callback,
    timeoutMs,
  }: { sink: string; toegang?: Toegang | undefined; callback?: string | undefined; timeoutMs?: number },
): Promise<Toestemming> {
  const headers = {
    'User-Agent': USER_AGENT,
    [WEBHOOK_HEADERS.requestOrigin]: ctx.env.ZAAKSYSTEEM_ORIGIN,
    [WEBHOOK_HEADERS.requestRate]: String(REQUESTED_RATE),
    ...(callback && { [WEBHOOK_HEADERS.requestCallback]: callback }),
  }
  const answer = await requestWithToegang(
    { method: 'OPTIONS', sink, headers, policy: sinkPolicy(ctx), timeoutMs },
    toegang,
  )
  // The headers of a 4xx can give toestemming, those of a 405 for example. Any other failure gives none.
  const { httpStatus, foutsoort, foutdetail } = answer
  if (httpStatus === 410) return { ok: false, reason: 'gone' }
  if (foutsoort && foutsoort !== 'http_4xx') return { ok: false, reason: foutsoort, detail: foutdetail ?? undefined }
  return readToestemming(answer, ctx.env.ZAAKSYSTEEM_ORIGIN)
}

function readToestemming({ headers }: Pick<SinkAnswer, 'headers'>, origin: string): Toestemming {
  const allowedOrigin = headers[WEBHOOK_HEADERS.allowedOrigin.toLowerCase()]
  const allowedRate = headers[WEBHOOK_HEADERS.allowedRate.toLowerCase()]
  if (allowedOrigin === undefined) return { ok: false, reason: 'no_consent' }
  if (allowedOrigin !== '*' && String(allowedOrigin).toLowerCase() !== origin.toLowerCase()) {
    return { ok: false, reason: 'other_origin' }
  }
  if (typeof allowedRate !== 'string') return { ok: false, reason: 'no_consent' }
  return effectiveRate(allowedRate)
}

/**
 * Returns the allowed rate in bezorgingen per minute, at most REQUESTED_RATE; null for `*`, no limit (section
 * 4.2.2).
 */
export function effectiveRate(
  allowed: string,
): { ok: true; rate: number | null } | { ok: false; reason: 'rate_invalid' } {
  if (!RATE.test(allowed)) return { ok: false, reason: 'rate_invalid' }
  return { ok: true, rate: allowed === '*' ? null : Math.min(Number(allowed), REQUESTED_RATE) }
}

type RequestedHandshake =
  | { ok: true; handshakeId: string; left: Left | undefined }
  | { ok: false; reason: 'not_found' }
  | OverLimit

/**
 * Orders a handshake with the sink of an abonnement, which a worker performs.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function requestHandshake(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log' | 'env'>,
  { id, client, actor }: { id: string; client?: string; actor: Actor },
): Promise<RequestedHandshake> {
  const now = ctx.clock()
  return recordedTransaction(ctx, async (tx, record): Promise<RequestedHandshake> => {
    if ((await tx.abonnement.count({ where: { id, client } })) === 0) return { ok: false, reason: 'not_found' }
    const asker = client ?? BALIE
    const showsToken = ctx.env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY !== undefined
    const taken = await takeHandshake(tx, { client: asker, now, showsToken })
    if (!taken.ok) return taken
    await record({ actor, handeling: 'abonnement_verifieren', object: { soort: 'abonnement', id } })
    const handshakeId = await addHandshake(tx, { client: asker, abonnementId: id, now })
    return { ok: true, handshakeId, left: taken.left }
  })
}

/** Stores the order in the caller's transaction, and wakes the workers at commit. */
export async function addHandshake(
  tx: Prisma.TransactionClient,
  { client, abonnementId, now }: { client: string; abonnementId: string; now: Date },
): Promise<string> {
  const { id } = await tx.handshake.create({ data: { client, abonnementId, gevraagdOp: now } })
  await tx.$executeRaw`select pg_notify('handshake', '')`
  return id
}

const POLL_MS = 50
/** A handshake's own limit, and a second for the worker to record it. */
const MAX_POLLS = (TOTAL_TIMEOUT_MS + 1_000) / POLL_MS

/**
 * Waits until an ordered handshake has ended, for the person who ordered it. Gives up after the longest time
 * that a handshake can take.
 *
 * @returns the code of the error with which it failed, such as `CERT_HAS_EXPIRED`; null when there is none
 */
export async function awaitHandshake(
  { db, wait }: Pick<ZaaksysteemContext, 'db' | 'wait'>,
  id: string,
): Promise<string | null> {
  for (let poll = 0; poll < MAX_POLLS; poll++) {
    const handshake = await db.handshake.findUnique({ where: { id } })
    if (handshake?.klaarOp) return handshake.foutdetail
    await wait(POLL_MS)
  }
  return null
}
