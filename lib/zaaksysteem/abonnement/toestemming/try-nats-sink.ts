import type { ZaaksysteemContext } from '../../context.ts'
import { tryStream } from '../../egress/nats/publish-to-stream.ts'
import { sinkPolicy } from '../../egress/sink-guard.ts'
import type { AbonnementModel } from '../../generated/models.ts'
import { readNatsCredential } from '../geheim/nats-credential.ts'
import type { Toestemming } from './request-toestemming.ts'

/**
 * The handshake of NATS, which has none of its own: the server takes the user and password that its owner gave, and a
 * stream would store what we publish. So we do not publish where nobody asked for it. A rate is not part of it: that is
 * the stream's to limit.
 */
export async function tryNatsSink(
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
