import type { ProviderLogout } from '#lib/platform/sign-in/sign-in-config.ts'
import type { Prisma } from '../generated/client.ts'

/** Remembers a logout token in the transaction that carries it out; `false` when it was used before. */
export async function useUitlogtoken(
  tx: Prisma.TransactionClient,
  { logout, now }: { logout: ProviderLogout; now: Date },
): Promise<boolean> {
  await tx.uitlogtoken.deleteMany({ where: { verlooptOp: { lt: now } } })
  const data = [{ hash: logout.tokenHash, verlooptOp: logout.expiresAt }]
  return (await tx.uitlogtoken.createMany({ data, skipDuplicates: true })).count > 0
}
