import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ErrorKind } from '../../egress/error-kind.ts'
import { requestSink, type SinkAnswer } from '../../egress/request-sink.ts'
import { sinkPolicy } from '../../egress/sink-guard.ts'
import { USER_AGENT } from '../../egress/user-agent.ts'

/** Deliveries per minute that we ask for (CloudEvents webhook section 4.1.3). */
export const REQUESTED_RATE = 12_000

/** What the sink itself answered that is no consent; the rest of the reasons are conversations that failed. */
export type Refusal = 'no_consent' | 'rate_invalid'

export type Toestemming =
  /** `rate`: deliveries per minute, null for no limit */
  | { ok: true; rate: number | null }
  /** `detail`: what exactly broke the conversation, such as `CERT_HAS_EXPIRED` */
  | { ok: false; reason: ErrorKind | Refusal; detail?: string }

/**
 * Asks a sink whether it wants our deliveries (CloudEvents webhook 1.0.2 section 4). Without this, anybody with a token
 * could aim our deliveries at somebody else's server.
 *
 * Consent stands in the headers only: an ordinary server answers OPTIONS with 200 or 204 without having agreed to
 * anything.
 *
 * @param input.callback - address that the sink may GET or POST later instead of agreeing now
 */
export async function requestToestemming(
  { env }: Pick<ZaaksysteemContext, 'env'>,
  { sink, callback, timeoutMs }: { sink: string; callback?: string; timeoutMs?: number },
): Promise<Toestemming> {
  const answer = await requestSink({
    method: 'OPTIONS',
    sink,
    headers: {
      'User-Agent': USER_AGENT,
      [WEBHOOK_HEADERS.requestOrigin]: env.ZAAKSYSTEEM_ORIGIN,
      [WEBHOOK_HEADERS.requestRate]: String(REQUESTED_RATE),
      ...(callback && { [WEBHOOK_HEADERS.requestCallback]: callback }),
    },
    policy: sinkPolicy(env),
    timeoutMs,
  })
  // A 4xx is an answer: headers decide. The rest is a conversation that failed.
  const { foutsoort, foutdetail } = answer
  if (foutsoort && foutsoort !== 'http_4xx') return { ok: false, reason: foutsoort, detail: foutdetail ?? undefined }
  return readConsent(answer, env.ZAAKSYSTEEM_ORIGIN)
}

function readConsent({ headers }: Pick<SinkAnswer, 'headers'>, origin: string): Toestemming {
  const allowedOrigin = headers[WEBHOOK_HEADERS.allowedOrigin.toLowerCase()]
  const allowedRate = headers[WEBHOOK_HEADERS.allowedRate.toLowerCase()]
  if (allowedOrigin !== '*' && String(allowedOrigin).toLowerCase() !== origin.toLowerCase()) {
    return { ok: false, reason: 'no_consent' }
  }
  if (typeof allowedRate !== 'string') return { ok: false, reason: 'no_consent' }
  return effectiveRate(allowedRate)
}

/** What was allowed, but not more than was asked for. `*` takes the limit away (section 4.2.2). */
export function effectiveRate(
  allowed: string,
): { ok: true; rate: number | null } | { ok: false; reason: 'rate_invalid' } {
  if (!RATE.test(allowed)) return { ok: false, reason: 'rate_invalid' }
  return { ok: true, rate: allowed === '*' ? null : Math.min(Number(allowed), REQUESTED_RATE) }
}
