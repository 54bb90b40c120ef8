import { randomBytes } from 'node:crypto'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { recordToestemming, recordWeigering } from './record-toestemming.ts'
import { requestToestemming, type Toestemming } from './request-toestemming.ts'
import { tryNatsSink } from './try-nats-sink.ts'

const TOESTEMMING_PATH = '/api/zaaksysteem/v1/toestemming'

const CALLBACK_MS = DAY_MS
const KEY_BYTES = 32

/**
 * Performs the handshake; only toestemming makes the abonnement actief.
 *
 * If the sink answers without toestemming, the abonnement is geweigerd at once, so that the client need not wait. For
 * 24 hours the sink can still give its toestemming by calling back (CloudEvents webhook section 4.1.2), which makes it
 * actief. If handshakes overlap, the one that began last decides.
 *
 * @returns the outcome of this handshake; undefined when there is no such abonnement
 */
export async function verifyAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log' | 'once'>,
  id: string,
): Promise<Toestemming | undefined> {
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const callbackHash = hashToken(key)
  const [abonnement] = await ctx.db.abonnement.updateManyAndReturn({
    where: { id },
    data: { callbackHash, callbackTot: new Date(ctx.clock().getTime() + CALLBACK_MS) },
  })
  if (!abonnement) return undefined

  const toestemming =
    abonnement.protocol === 'NATS'
      ? await tryNatsSink(ctx, abonnement)
      : await requestToestemming(ctx, { sink: abonnement.sink, callback: callbackUrl(ctx.env, key) })
  if (toestemming.ok) {
    const recorded = await recordToestemming(ctx, { callbackHash }, toestemming.rate)
    if (recorded) ctx.log.info({ abonnementId: id }, 'The sink of an abonnement agreed')
  } else {
    await recordWeigering(ctx, { callbackHash }, toestemming.reason)
    const { reason: code, detail: reason } = toestemming
    ctx.log.warn({ abonnementId: id, code, reason }, 'The sink of an abonnement did not agree')
  }
  return toestemming
}

/** undefined without https, which the specification requires of a callback; the demo offers http too. */
function callbackUrl(env: ZaaksysteemContext['env'], key: string): string | undefined {
  const { protocol, origin } = new URL(env.ZAAKSYSTEEM_URL)
  return protocol === 'https:' || env.DEMO ? `${origin}${TOESTEMMING_PATH}/${key}` : undefined
}
