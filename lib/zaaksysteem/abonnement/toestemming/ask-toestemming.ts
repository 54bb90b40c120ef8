import { randomBytes } from 'node:crypto'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { tryStream } from '../../egress/nats/publish-to-stream.ts'
import { sinkPolicy } from '../../egress/sink-guard.ts'
import type { AbonnementModel } from '../../generated/models.ts'
import { readNatsCredential } from '../geheim/nats-credential.ts'
import { openToegang } from '../toegang/open-toegang.ts'
import { recordToestemming, recordWeigering } from './record-toestemming.ts'
import { requestToestemming, type Toestemming } from './request-toestemming.ts'

const TOESTEMMING_PATH = '/api/zaaksysteem/v1/toestemming'

const CALLBACK_MS = DAY_MS
const KEY_BYTES = 32

/**
 * Asks the sink of an abonnement for its toestemming, which alone makes the abonnement actief.
 *
 * If the sink answers without toestemming, the abonnement is geweigerd at once, so that the client need not
 * wait. For 24 hours the sink can still give its toestemming by calling back (CloudEvents webhook section
 * 4.1.2), which makes the abonnement actief. If handshakes overlap, the one that began last decides.
 *
 * @returns the outcome of this handshake; `undefined` when there is no such abonnement
 */
export async function askToestemming(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock' | 'log' | 'once'>,
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
      : await requestToestemming(ctx, {
          sink: abonnement.sink,
          toegang: await openToegang(ctx, { ...abonnement, abonnementId: id }),
          callback: callbackUrl(ctx.env, key),
        })
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

/** `undefined` without https, which the specification requires of a callback; the demo offers http too. */
function callbackUrl(env: ZaaksysteemContext['env'], key: string): string | undefined {
  const { protocol, origin } = new URL(env.ZAAKSYSTEEM_URL)
  return protocol === 'https:' || env.DEMO ? `${origin}${TOESTEMMING_PATH}/${key}` : undefined
}

/**
 * The handshake over NATS, which has none of its own. The server must accept the user and password of the
 * owner, and a stream must store the subject, so that we publish nothing unasked. A rate is not part of it,
 * because the stream limits that itself.
 */
async function tryNatsSink(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'once'>,
  { id, sink, natsSubject, natsStream }: Pick<AbonnementModel, 'id' | 'sink' | 'natsSubject' | 'natsStream'>,
): Promise<Toestemming> {
  const geheimen = await ctx.db.geheim.findMany({ where: { abonnementId: id } })
  const credential = readNatsCredential(ctx, geheimen)
  const tried = await tryStream({ sink, subject: natsSubject, credential, policy: sinkPolicy(ctx) }, natsStream)
  if (tried.ok) return { ok: true, rate: null }
  const { foutsoort, foutdetail } = tried.failure
  return { ok: false, reason: foutsoort, detail: foutdetail ?? undefined }
}
