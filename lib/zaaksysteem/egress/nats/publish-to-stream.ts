import { JetStreamApiError, jetstream, type PubAck } from '@nats-io/jetstream'
import { headers as natsHeaders } from '@nats-io/transport-node'
import { isOwnFault } from '../error-kind.ts'
import { MAX_KEPT_BYTES, type SinkAnswer, TOTAL_TIMEOUT_MS } from '../request-sink.ts'
import type { SinkPolicy } from '../sink-guard.ts'
import { type NatsCredential, type NatsFailure, natsFailureOf } from './connect-nats.ts'
import { withNatsConnection } from './nats-connections.ts'
import { vetNatsSink } from './vet-nats-sink.ts'

// Headers that JetStream reads; their names are case-sensitive.
export const MESSAGE_ID = 'Nats-Msg-Id'
export const EXPECTED_STREAM = 'Nats-Expected-Stream'
const EXPECTED_LAST_SEQUENCE = 'Nats-Expected-Last-Sequence'

/** JetStream's `err_code` for an unexpected last sequence. */
const WRONG_LAST_SEQUENCE = 10_071

type NatsTarget = { sink: string; subject: string; credential: NatsCredential; policy: SinkPolicy }
type Message = { headers: Record<string, string>; body: string; timeoutMs?: number }

/**
 * Publishes one message to JetStream. Its acknowledgement counts as the bezorging. An acknowledgement with
 * `duplicate` means that the stream got this MESSAGE_ID within its window, and stored nothing now.
 *
 * @param message.mayBeThere - true when an earlier attempt may have stored it; then a `duplicate` counts as
 * delivered
 * @returns an answer without status; its body is the acknowledgement
 * @throws only for a fault of ours
 */
export async function publishToStream(
  target: NatsTarget,
  { mayBeThere, ...message }: Message & { mayBeThere: boolean },
): Promise<SinkAnswer> {
  const outcome = await publish(target, message)
  if (!outcome.ok) return { ...NO_ANSWER, ...outcome.failure }
  const { stream, seq, duplicate } = outcome.ack
  const foutsoort = duplicate && !mayBeThere ? 'duplicate' : null
  const answer = Buffer.from(JSON.stringify({ stream, seq, duplicate }))
  const afgekapt = answer.byteLength > MAX_KEPT_BYTES
  const body = answer.toString('utf8', 0, MAX_KEPT_BYTES)
  return { ...NO_ANSWER, foutsoort, foutdetail: null, body, afgekapt }
}

const NO_ANSWER = { httpStatus: null, headers: {}, body: null, afgekapt: false }

/**
 * Checks whether the stream would store a message of ours. Publishes an empty one that expects a last
 * sequence which no stream has: the stream checks it, refuses it for that and stores nothing. This needs no
 * permission but to publish, unlike reading the configuration of the stream.
 *
 * @param stream - the stream that must store it; null for any
 */
export async function tryStream(
  target: NatsTarget,
  stream: string | null,
): Promise<{ ok: true } | { ok: false; failure: NatsFailure }> {
  const headers = {
    [EXPECTED_LAST_SEQUENCE]: String(Number.MAX_SAFE_INTEGER),
    ...(stream && { [EXPECTED_STREAM]: stream }),
  }
  const outcome = await publish(target, { headers, body: '' })
  return !outcome.ok && outcome.errCode === WRONG_LAST_SEQUENCE ? { ok: true } : outcome
}

type Outcome = { ok: true; ack: PubAck } | { ok: false; failure: NatsFailure; errCode?: number }

async function publish(
  { sink, subject, credential, policy }: NatsTarget,
  { headers, body, timeoutMs = TOTAL_TIMEOUT_MS }: Message,
): Promise<Outcome> {
  const verdict = vetNatsSink(sink, policy)
  // Checked at registration too, but the policy may have changed since then.
  if (!verdict.ok) return { ok: false, failure: { foutsoort: 'blocked_address', foutdetail: verdict.reason } }
  const message = natsHeaders()
  for (const [name, value] of Object.entries(headers)) message.set(name, value)
  const startMs = performance.now()
  try {
    const ack = await withNatsConnection(verdict, { credential, policy }, (connection) => {
      const timeout = Math.max(timeoutMs - (performance.now() - startMs), 1)
      return jetstream(connection).publish(subject, body, { headers: message, timeout })
    })
    return { ok: true, ack }
  } catch (error) {
    if (isOwnFault(error)) throw error
    const errCode = error instanceof JetStreamApiError ? error.code : undefined
    return { ok: false, failure: natsFailureOf(error), errCode }
  }
}
