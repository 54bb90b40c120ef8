import { v7 as uuidv7 } from 'uuid'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import type { ToegangChange } from './examine-toegang.ts'

/**
 * Stores toegangsgegevens, encrypted, each in place of the earlier one. A claim from now on uses them. A
 * bezorging under way ends with the earlier ones, and is retried when the sink refuses those.
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
