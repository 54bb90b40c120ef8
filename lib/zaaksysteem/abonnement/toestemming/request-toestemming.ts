import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ErrorKind } from '../../egress/error-kind.ts'
import { type SinkAnswer, USER_AGENT } from '../../egress/request-sink.ts'
import { requestWithToegang, type Toegang } from '../../egress/request-with-toegang.ts'
import { sinkPolicy } from '../../egress/sink-guard.ts'

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
