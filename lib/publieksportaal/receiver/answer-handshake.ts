import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import type { Bron } from '../bron/bron.ts'
import { findFreshBron } from '../bron/find-bron.ts'
import { awaitsGeheim } from '../bron/geheim.ts'
import type { PublieksportaalContext } from '../context.ts'

const NO_LIMIT = '*'
const LOOK_AGAIN_MS = 100
const MAX_LOOKS = 30

/**
 * CloudEvents webhook specification section 4: the WebHook-Allowed headers give toestemming, whatever the
 * status. Sent only to a bron that the portal registered at, and not for an invalid rate (section 4.1).
 *
 * A bron that issues a secret sends its handshake at once, perhaps before the portal has stored that secret.
 * The handler then waits for the secret, because the bron starts its bezorgingen after the toestemming.
 */
export async function answerHandshake(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  const origin = request.headers.get(WEBHOOK_HEADERS.requestOrigin)
  const rate = request.headers.get(WEBHOOK_HEADERS.requestRate)
  const bron = rate === null || RATE.test(rate) ? await findReadyBron(ctx, origin) : null
  const givesToestemming = bron?.status === 'actief'
  return new Response(null, {
    status: 204,
    headers: {
      ...API_HEADERS,
      Allow: 'POST, OPTIONS',
      ...(givesToestemming && {
        [WEBHOOK_HEADERS.allowedOrigin]: bron.origin,
        [WEBHOOK_HEADERS.allowedRate]: String(bron.maxPerMinuut ?? NO_LIMIT),
      }),
    },
  })
}

/** Returns the bron of this origin, once its secret is stored; null at once for any other origin. */
async function findReadyBron(ctx: PublieksportaalContext, origin: string | null): Promise<Bron | null> {
  for (let look = 1; look <= MAX_LOOKS; look++) {
    const bron = await findFreshBron(ctx)
    if (!bron || bron.origin !== origin) return null
    if (!awaitsGeheim(ctx, bron)) return bron
    await ctx.wait(LOOK_AGAIN_MS)
  }
  return null
}
