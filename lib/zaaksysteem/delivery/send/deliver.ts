import { randomUUID } from 'node:crypto'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { decryptGeheimen } from '../../abonnement/geheim/geheim.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { requestSink } from '../../egress/request-sink.ts'
import { retryAfter } from '../../egress/retry-after.ts'
import { sinkPolicy } from '../../egress/sink-guard.ts'
import { USER_AGENT } from '../../egress/user-agent.ts'
import { SIGNERS } from '../../signing/signers.ts'
import type { ClaimedBezorging } from '../claim/claim-bezorgingen.ts'
import type { Poging } from '../record/poging.ts'
import { keptHeaders } from './kept-headers.ts'
import { renderRequest } from './render-request.ts'

/** At least one delivery, all of one abonnement. */
export type Parcel = readonly [ClaimedBezorging, ...ClaimedBezorging[]]

/**
 * Signs and sends claimed deliveries in one request. The caller records the attempts, one for each delivery. No
 * transaction is open while the sink answers.
 *
 * @throws for a fault of ours, such as a missing secret; then there was no attempt
 */
export async function deliver(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  parcel: Parcel,
  { timeoutMs }: { timeoutMs?: number } = {},
): Promise<Poging[]> {
  const [{ sink }] = parcel
  const begonnenOp = ctx.clock()
  const startMs = performance.now()
  const { body, headers } = await signedRequest(ctx, parcel)
  const answer = await requestSink({ method: 'POST', sink, headers, body, policy: sinkPolicy(ctx.env), timeoutMs })
  const outcome = {
    gedeeldMet: parcel.length,
    begonnenOp,
    duurMs: Math.round(performance.now() - startMs),
    httpStatus: answer.httpStatus,
    foutsoort: answer.foutsoort,
    foutdetail: answer.foutdetail,
    requestHeaders: keptHeaders(headers),
    responseHeaders: answer.headers,
    responseBody: answer.body,
    responseAfgekapt: answer.afgekapt,
    retryAfter: retryAfter(answer.headers, ctx.clock()),
  }
  return parcel.map((bezorging) => ({ bezorging, ...outcome }))
}

async function signedRequest(ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>, parcel: Parcel) {
  const [{ sink, contentmodus, credentialtype, geheimen, gebeurtenisId, body: event }] = parcel
  const rendered = renderRequest(
    contentmodus,
    parcel.map(({ body }) => body),
  )
  const headers = {
    ...rendered.headers,
    'User-Agent': USER_AGENT,
    [WEBHOOK_HEADERS.requestOrigin]: ctx.env.ZAAKSYSTEEM_ORIGIN,
    ...(parcel.length === 1 && { traceparent: traceparentOf(event) }),
  }
  const proof = await SIGNERS[credentialtype](ctx, {
    body: rendered.body,
    // A receiver may drop a message whose id it has seen. A retried batch can hold other events, so it needs a new id.
    eventId: parcel.length === 1 ? gebeurtenisId : randomUUID(),
    sink,
    method: 'POST',
    headers,
    geheimen: decryptGeheimen(ctx.env, geheimen, ctx.clock()),
  })
  return { body: rendered.body, headers: { ...headers, ...proof } }
}

/** The trace of the change itself (CloudEvents distributed tracing), the same at each retry. */
function traceparentOf(event: string): string {
  return (JSON.parse(event) as { traceparent: string }).traceparent
}
