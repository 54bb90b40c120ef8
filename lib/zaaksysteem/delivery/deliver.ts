import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { SIGNERS } from '../signing/signer.ts'
import type { ClaimedBezorging } from './claim-bezorgingen.ts'
import { type RecordedAttempt, recordAttempt } from './record-attempt.ts'
import { requestSink } from './request-sink.ts'
import { sinkPolicy } from './sink-guard.ts'
import { USER_AGENT } from './user-agent.ts'

/** Signs, sends and records one claimed delivery. No transaction is open while the sink answers. */
export async function deliver(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  bezorging: ClaimedBezorging,
  { random = Math.random, timeoutMs }: { random?: () => number; timeoutMs?: number } = {},
): Promise<RecordedAttempt> {
  const { body, gebeurtenisId: eventId, sink } = bezorging
  const begonnenOp = ctx.clock()
  const startMs = performance.now()
  const headers = {
    'Content-Type': EVENT_CONTENT_TYPE,
    'User-Agent': USER_AGENT,
    [WEBHOOK_HEADERS.requestOrigin]: ctx.env.ZAAKSYSTEEM_ORIGIN,
    // The trace of the change itself (CloudEvents distributed tracing), the same at each retry.
    traceparent: (JSON.parse(body) as { traceparent: string }).traceparent,
    ...(await SIGNERS[bezorging.credentialtype](ctx, { body, eventId, sink })),
  }
  const answer = await requestSink({ method: 'POST', sink, headers, body, policy: sinkPolicy(ctx.env), timeoutMs })
  const attempt = {
    begonnenOp,
    duurMs: Math.round(performance.now() - startMs),
    httpStatus: answer.httpStatus,
    foutsoort: answer.foutsoort,
    requestHeaders: withoutSignature(headers),
  }
  const recorded = await recordAttempt(ctx, { bezorging, attempt, random: random() })
  logAttempt(ctx, bezorging, { ...attempt, recorded })
  return recorded
}

/** What is kept must not be replayable: of a JWT only header and claims, of anything else nothing. */
function withoutSignature(headers: Record<string, string>): Record<string, string> {
  const [header, claims, signature] = headers.Authorization?.split('.') ?? []
  return { ...headers, Authorization: signature ? `${header}.${claims}.…` : '…' }
}

function logAttempt(
  { log }: Pick<ZaaksysteemContext, 'log'>,
  { id, gebeurtenisId, abonnementId, zaakId, pogingen }: ClaimedBezorging,
  outcome: { httpStatus: number | null; foutsoort: string | null; duurMs: number; recorded: RecordedAttempt },
) {
  const { httpStatus, foutsoort, duurMs, recorded } = outcome
  const fields = {
    bezorgingId: id,
    eventId: gebeurtenisId,
    abonnementId,
    zaakId,
    attempt: pogingen + 1,
    httpStatus: httpStatus ?? undefined,
    code: foutsoort ?? undefined,
    durationMs: duurMs,
  }
  if (!recorded.ok) log.warn(fields, 'An attempt outlived its lease and is not counted')
  else if (recorded.status === 'mislukt') log.error(fields, 'A delivery failed for the last time')
  else if (recorded.status === 'wachtend') log.warn(fields, 'A delivery failed and will be tried again')
  else log.info(fields, 'An event was delivered')
}
