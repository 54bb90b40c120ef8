import { randomBytes } from 'node:crypto'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { type Actor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { recordToestemming, recordWeigering } from './record-toestemming.ts'
import { requestToestemming, type Toestemming } from './request-toestemming.ts'

const TOESTEMMING_PATH = '/api/zaaksysteem/v1/toestemming'

const CALLBACK_MS = DAY_MS
const KEY_BYTES = 32

/**
 * Performs the handshake; only consent makes the abonnement actief.
 *
 * If the sink answers without consent, the abonnement is geweigerd at once, so that the client need not wait. For 24
 * hours the sink can still consent by calling back (CloudEvents webhook section 4.1.2), which makes it actief. If
 * handshakes overlap, the one that began last decides.
 *
 * @param options.actor - who asked for it; absent when it follows a registration, which is recorded itself
 * @returns the outcome of this handshake; undefined when there is no such abonnement
 */
export async function verifyAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log'>,
  id: string,
  { actor }: { actor?: Actor } = {},
): Promise<Toestemming | undefined> {
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const callbackHash = hashToken(key)
  const [abonnement] = await recordedTransaction(ctx, async (tx, record) => {
    const begun = await tx.abonnement.updateManyAndReturn({
      where: { id },
      data: { callbackHash, callbackTot: new Date(ctx.clock().getTime() + CALLBACK_MS) },
      select: { sink: true },
    })
    if (actor && begun[0]) {
      await record({ actor, handeling: 'abonnement_verifieren', object: { soort: 'abonnement', id } })
    }
    return begun
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

/** undefined without https, which the specification requires of a callback; the demo offers http too. */
function callbackUrl(env: ZaaksysteemContext['env'], key: string): string | undefined {
  const { protocol, origin } = new URL(env.ZAAKSYSTEEM_URL)
  return protocol === 'https:' || env.DEMO ? `${origin}${TOESTEMMING_PATH}/${key}` : undefined
}
