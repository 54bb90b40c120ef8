import { type Proven, prove, type Refusal, type UnprovenRequest } from '#lib/proof/verify/step.ts'
import { VERIFIERS } from '#lib/proof/verify/verifiers.ts'
import { type Bezorgwijze, type Bron, isBefore, validGeheimen } from '../bron/bron.ts'
import { findBron, findFreshBron } from '../bron/find-bron.ts'
import { awaitsGeheim } from '../bron/geheim.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Contentmodus, Credentialtype } from '../generated/enums.ts'
import { findRemoteKey } from './remote-keys.ts'

const GEHEIM_RETRY_SECONDS = 1
const SOURCE_UNKNOWN = { ok: false, reason: 'invalid_token', code: 'source_unknown' } as const

/** A bezorging with an unproven sender. `targetUri` is what it signed, even behind a rewriting proxy. */
export type WebhookRequest = UnprovenRequest & {
  receivedAt: Date
  headers: Headers
  contentmodus: Contentmodus
  body: Buffer
}

export type Sender =
  | ({ ok: true; bron: Bron; credentialtype: Credentialtype } & Proven)
  | ({ ok: false } & Refusal)
  | { ok: false; reason: 'unsupported_media_type' | 'source_retired' }

/**
 * Proves the sender by the cached record of the bron, then by a fresh one, which another process may have
 * changed.
 *
 * @param own the only bron that is trusted, instead of the one that the portal registered at
 */
export async function authenticate(
  ctx: PublieksportaalContext,
  webhookRequest: WebhookRequest,
  own?: Bron,
): Promise<Sender> {
  const bron = own ?? (await findBron(ctx))
  const sender = await proveBy(ctx, { bron, webhookRequest })
  if (sender.ok || own) return sender
  const fresh = await findFreshBron(ctx)
  return fresh === bron ? sender : proveBy(ctx, { bron: fresh, webhookRequest })
}

/** Proves the sender by one record of a bron. */
async function proveBy(
  ctx: PublieksportaalContext,
  { bron, webhookRequest }: { bron: Bron | null; webhookRequest: WebhookRequest },
): Promise<Sender> {
  const now = ctx.clock()
  const wijzen = bron?.bezorgwijzen.filter(({ geldigTot }) => isBefore(now, geldigTot)) ?? []
  if (!bron || wijzen.length === 0) return SOURCE_UNKNOWN
  const credentialtypes = credentialtypesFor(webhookRequest.contentmodus, wijzen)
  if (credentialtypes.length === 0) return { ok: false, reason: 'unsupported_media_type' }
  if (bron.status === 'ingetrokken') return { ok: false, reason: 'source_retired' }

  const { receivedAt } = webhookRequest
  const refusals: ({ ok: false } & Refusal)[] = []
  for (const credentialtype of credentialtypes) {
    const proof = await prove(
      VERIFIERS[credentialtype](webhookRequest, {
        source: bron.source,
        now,
        geheimen: validGeheimen(ctx, bron, credentialtype),
        findKey: (alg, pick) => findRemoteKey(ctx, { bron, receivedAt, alg, pick }),
      }),
    )
    if (proof.ok) return { ...proof, bron, credentialtype }
    refusals.push(proof)
  }
  if (awaitsGeheim(ctx, bron)) {
    return { ok: false, reason: 'keys_unavailable', retryAfterSeconds: GEHEIM_RETRY_SECONDS }
  }
  // 503 wins over 401: with the keys that are unavailable now this method may still prove the sender.
  return refusals.find(({ reason }) => reason === 'keys_unavailable') ?? refusals[0] ?? SOURCE_UNKNOWN
}

/**
 * Returns the methods that may prove a bezorging in this content mode; none when the mode was not agreed on.
 * Structured mode is always accepted, because a bron resends the events of a refused batch one by one.
 */
function credentialtypesFor(contentmodus: Contentmodus, wijzen: Bezorgwijze[]): Credentialtype[] {
  const fitting = wijzen.filter((wijze) => contentmodus === 'structured' || wijze.contentmodus === contentmodus)
  return [...new Set(fitting.map(({ credentialtype }) => credentialtype))]
}
