import { z } from 'zod'
import type { ZaaksysteemContext } from '../../context.ts'
import type { NatsCredential } from '../../egress/nats/connect-nats.ts'
import type { Prisma } from '../../generated/client.ts'
import { decryptGeheimen, type GeheimRow, storeGeheim } from './geheim.ts'

const stored = z.object({ identifier: z.string(), secret: z.string() })

/** Stores the credential for a NATS server, encrypted, as the only geheim of an abonnement. */
export async function replaceNatsCredential(
  ctx: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { abonnementId, credential }: { abonnementId: string; credential: NatsCredential },
): Promise<void> {
  await tx.geheim.deleteMany({ where: { abonnementId } })
  await storeGeheim(ctx, tx, { abonnementId, geheim: JSON.stringify(stored.parse(credential)) })
}

/** Replaces the password of the same user. @throws like `readNatsCredential` */
export async function changeNatsSecret(
  ctx: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { abonnementId, secret }: { abonnementId: string; secret: string },
): Promise<void> {
  const { identifier } = readNatsCredential(ctx, await tx.geheim.findMany({ where: { abonnementId } }))
  await replaceNatsCredential(ctx, tx, { abonnementId, credential: { identifier, secret } })
}

/** @throws when the abonnement has none, or when it cannot be decrypted */
export function readNatsCredential(
  { env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  geheimen: readonly GeheimRow[],
): NatsCredential {
  const [geheim] = decryptGeheimen(env, geheimen, clock())
  if (!geheim) throw new Error('An abonnement over NATS has no credential')
  return stored.parse(JSON.parse(geheim))
}
