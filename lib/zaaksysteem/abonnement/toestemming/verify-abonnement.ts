import { randomBytes } from 'node:crypto'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { recordToestemming, recordWeigering } from './record-toestemming.ts'
import { requestToestemming, type Toestemming } from './request-toestemming.ts'

const TOESTEMMING_PATH = '/api/zaaksysteem/v1/toestemming'

const CALLBACK_MS = DAY_MS
const KEY_BYTES = 32

/**
 * Performs the handshake and lets only consent make the abonnement actief. Registering again asks again.
 *
 * A sink that answers without consent is geweigerd at once, so that whoever registered need not wait; for 24 hours it
 * may still agree by calling back (CloudEvents webhook section 4.1.2), and becomes actief then. Of several handshakes
 * the last one begun decides.
 *
 * @returns what this one brought; nothing when there is no such abonnement
 */
export async function verifyAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log'>,
  id: string,
): Promise<Toestemming | undefined> {
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const callbackHash = hashToken(key)
  const [abonnement] = await ctx.db.abonnement.updateManyAndReturn({
    where: { id },
    data: { callbackHash, callbackTot: new Date(ctx.clock().getTime() + CALLBACK_MS) },
    select: { sink: true },
  })
  if (!abonnement) return undefined

  const consent = await requestToestemming(ctx, { sink: abonnement.sink, callback: callbackUrl(ctx.env, key) })
  if (consent.ok) {
    const recorded = await recordToestemming(ctx, { callbackHash }, consent.rate)
    if (recorded) ctx.log.info({ abonnementId: id }, 'The sink of an abonnement agreed')
  } else {
    await recordWeigering(ctx, { callbackHash }, consent.reason)
    const { reason: code, detail: reason } = consent
    ctx.log.warn({ abonnementId: id, code, reason }, 'The sink of an abonnement did not agree')
  }
  return consent
}

/** None where a sink could not or should not call: the specification wants https. */
function callbackUrl(env: ZaaksysteemContext['env'], key: string): string | undefined {
  const { protocol, origin } = new URL(env.ZAAKSYSTEEM_URL)
  return protocol === 'https:' || env.DEMO ? `${origin}${TOESTEMMING_PATH}/${key}` : undefined
}
