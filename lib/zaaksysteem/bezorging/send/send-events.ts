import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { SIGNERS } from '#lib/proof/sign/signers.ts'
import { decryptGeheimen, readNatsCredential } from '../../abonnement/geheim/geheim.ts'
import { openToegang } from '../../abonnement/toegang/toegang.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { EXPECTED_STREAM, MESSAGE_ID, publishToStream } from '../../egress/nats/publish-to-stream.ts'
import { type SinkAnswer, USER_AGENT } from '../../egress/request-sink.ts'
import { requestWithToegang, type Toegang } from '../../egress/request-with-toegang.ts'
import { sinkPolicy } from '../../egress/sink-guard.ts'
import type { Protocol } from '../../generated/enums.ts'
import { senderOf } from '../../signing/signing-keys.ts'
import type { ClaimedBezorging } from '../claim/claim-bezorgingen.ts'
import { keptHeaders } from '../record/stored-headers.ts'
import { renderRequest } from './render-request.ts'

/** Events exactly as stored, with their destination and credentials. */
type Shipment = Pick<
  ClaimedBezorging,
  | 'abonnementId'
  | 'protocol'
  | 'sink'
  | 'natsSubject'
  | 'natsStream'
  | 'credentialtype'
  | 'contentmodus'
  | 'geheimen'
  | 'toegangVersie'
> & {
  /** the id of the event; a new one at each attempt when there are several events */
  messageId: string
  /** true when an earlier attempt of ours may have delivered the message */
  mayBeThere: boolean
  events: readonly string[]
}

type Sent = {
  begonnenOp: Date
  duurMs: number
  /** as they may be stored: without signatures, tokens and secrets */
  requestHeaders: Record<string, string>
  answer: SinkAnswer
}

type Ctx = Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'once'>
type Message = {
  headers: Record<string, string>
  body: string
  timeoutMs: number | undefined
  toegang: Toegang | undefined
}

/**
 * Signs and sends in one request or message, outside any transaction.
 *
 * @throws for a fault of ours, such as a missing secret; then nothing was sent
 */
export async function sendEvents(
  ctx: Ctx,
  shipment: Shipment,
  { timeoutMs }: { timeoutMs?: number } = {},
): Promise<Sent> {
  const { protocol, sink, credentialtype, contentmodus, messageId, events, geheimen } = shipment
  const begonnenOp = ctx.clock()
  const startMs = performance.now()
  const { body, headers: form } = renderRequest(contentmodus, events)
  const { headersOf, send } = TRANSPORTS[protocol]
  const [event = '', ...others] = events
  const headers = {
    ...form,
    ...headersOf(ctx, shipment),
    ...(others.length === 0 && { traceparent: traceparentOf(event) }),
  }
  const proof = await SIGNERS[credentialtype](senderOf(ctx), {
    body,
    eventId: messageId,
    sink,
    method: 'POST',
    headers,
    geheimen: protocol === 'HTTP' ? decryptGeheimen(ctx.env, geheimen, ctx.clock()) : [],
  })
  const signed = { ...headers, ...proof }
  const toegang = await openToegang(ctx, shipment)
  const answer = await send(ctx, shipment, { headers: signed, body, timeoutMs, toegang })
  const duurMs = Math.round(performance.now() - startMs)
  return { begonnenOp, duurMs, requestHeaders: keptHeaders({ ...signed, ...toegang?.shownHeaders }), answer }
}

type Transport = {
  headersOf(ctx: Ctx, shipment: Shipment): Record<string, string>
  send(ctx: Ctx, shipment: Shipment, message: Message): Promise<SinkAnswer>
}

const TRANSPORTS: Readonly<Record<Protocol, Transport>> = {
  HTTP: {
    headersOf: ({ env }) => ({
      'User-Agent': USER_AGENT,
      [WEBHOOK_HEADERS.requestOrigin]: env.ZAAKSYSTEEM_ORIGIN,
    }),
    send: (ctx, { sink }, { toegang, ...message }) =>
      requestWithToegang({ method: 'POST', sink, policy: sinkPolicy(ctx), ...message }, toegang),
  },
  NATS: {
    headersOf: (_ctx, { messageId, natsStream }) => ({
      // JetStream drops duplicates, so an attempt whose acknowledgement we missed leaves one message.
      [MESSAGE_ID]: messageId,
      ...(natsStream && { [EXPECTED_STREAM]: natsStream }),
    }),
    send: (ctx, { sink, natsSubject: subject, geheimen, mayBeThere }, message) =>
      publishToStream(
        { sink, subject, credential: readNatsCredential(ctx, geheimen), policy: sinkPolicy(ctx) },
        { ...message, mayBeThere },
      ),
  },
}

/** The trace of the change itself (CloudEvents distributed tracing), the same at each retry. */
function traceparentOf(event: string): string {
  return (JSON.parse(event) as { traceparent: string }).traceparent
}
