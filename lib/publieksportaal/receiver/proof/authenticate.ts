import { type Bezorgwijze, type Bron, isBefore } from '../../bron/bron.ts'
import { findBron, findFreshBron } from '../../bron/find-bron.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { Contentmodus, Credentialtype } from '../../generated/enums.ts'
import type { WebhookRequest } from '../webhook-request.ts'
import { invalidToken, type Verification } from './verification.ts'
import { VERIFIERS } from './verifiers.ts'

const GEHEIM_RETRY_SECONDS = 1

export type Sender =
  | (Extract<Verification, { ok: true }> & { bron: Bron; credentialtype: Credentialtype })
  | Exclude<Verification, { ok: true }>
  | { ok: false; reason: 'unsupported_media_type' | 'source_retired' }

/**
 * Who sent this, by the record of the source. What the record in memory refuses may have been agreed on a moment ago by
 * another process, so it is refused only by a fresh one.
 */
export async function authenticate(ctx: PublieksportaalContext, webhookRequest: WebhookRequest): Promise<Sender> {
  const bron = await findBron(ctx)
  const sender = await authenticateBy(ctx, { bron, webhookRequest })
  if (sender.ok) return sender
  const fresh = await findFreshBron(ctx)
  return fresh === bron ? sender : authenticateBy(ctx, { bron: fresh, webhookRequest })
}

async function authenticateBy(
  ctx: PublieksportaalContext,
  { bron, webhookRequest }: { bron: Bron | null; webhookRequest: WebhookRequest },
): Promise<Sender> {
  const now = ctx.clock()
  const wijzen = bron?.bezorgwijzen.filter(({ geldigTot }) => isBefore(now, geldigTot)) ?? []
  if (!bron || wijzen.length === 0) return invalidToken('source_unknown')
  const credentialtypes = credentialtypesFor(webhookRequest.contentmodus, wijzen)
  if (credentialtypes.length === 0) return { ok: false, reason: 'unsupported_media_type' }
  if (bron.status === 'ingetrokken') return { ok: false, reason: 'source_retired' }

  const refusals: Exclude<Verification, { ok: true }>[] = []
  for (const credentialtype of credentialtypes) {
    const verification = await VERIFIERS[credentialtype](ctx, { bron, webhookRequest })
    if (verification.ok) return { ...verification, bron, credentialtype }
    refusals.push(verification)
  }
  if (bron.wachtOpGeheimTot && now < bron.wachtOpGeheimTot) {
    return { ok: false, reason: 'keys_unavailable', retryAfterSeconds: GEHEIM_RETRY_SECONDS }
  }
  // Not known by one method is not yet known to be false.
  return refusals.find(({ reason }) => reason === 'keys_unavailable') ?? refusals[0] ?? invalidToken('source_unknown')
}

/**
 * The methods by which a delivery in this content mode may be proven; none when the mode was not asked for. One event
 * in structured mode is always welcome: whoever sends batches sends what was refused one by one.
 */
function credentialtypesFor(contentmodus: Contentmodus, wijzen: Bezorgwijze[]): Credentialtype[] {
  const fitting = wijzen.filter((wijze) => contentmodus === 'structured' || wijze.contentmodus === contentmodus)
  return [...new Set(fitting.map(({ credentialtype }) => credentialtype))]
}
