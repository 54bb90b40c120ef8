import { v7 as uuidv7 } from 'uuid'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import type { ToegangChange } from './examine-toegang.ts'

/**
 * Stores what a sink asks, encrypted, each in the place of the one before it. What is delivered from then on uses it; what
 * is under way ends with what it began with, and is tried again when that is not taken any more.
 */
export async function storeToegang(
  { env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { abonnementId, changes }: { abonnementId: string; changes: readonly ToegangChange[] },
): Promise<void> {
  if (changes.length === 0) return
  await tx.abonnement.update({ where: { id: abonnementId }, data: { toegangVersie: { increment: 1 } } })
  await tx.toegang.deleteMany({ where: { abonnementId, soort: { in: changes.map(({ soort }) => soort) } } })
  for (const { soort, gegevens, kenmerk, verlooptOp } of changes) {
    if (!gegevens) continue
    const id = uuidv7()
    const plaintext = Buffer.from(JSON.stringify(gegevens))
    const encrypted = encrypt(env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { plaintext, boundTo: id })
    await tx.toegang.create({
      data: { id, abonnementId, soort, kenmerk, verlooptOp, aangemaaktOp: clock(), ...encrypted },
    })
  }
}
