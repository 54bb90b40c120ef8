import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { encryptGeheim } from './geheim.ts'

const SECRET_BYTES = 32

/**
 * Makes the secret for each credentialtype that has one per abonnement. The other types sign with our own
 * keys.
 */
const MAKERS: Readonly<Partial<Record<Credentialtype, () => string>>> = {
  ACCESSTOKEN: () => randomBytes(SECRET_BYTES).toString('base64url'),
  STANDARDWEBHOOKS: () => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
}

/**
 * Makes a secret, stores it encrypted and returns it: it is never shown again. Returns null for types without
 * a secret.
 */
export async function makeGeheim(
  ctx: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { abonnementId, credentialtype }: { abonnementId: string; credentialtype: Credentialtype },
): Promise<string | null> {
  const geheim = MAKERS[credentialtype]?.()
  if (geheim) await storeGeheim(ctx, tx, { abonnementId, geheim })
  return geheim ?? null
}

/** Stores a secret, encrypted and without an expiry. */
export async function storeGeheim(
  { env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { abonnementId, geheim }: { abonnementId: string; geheim: string },
): Promise<void> {
  const id = uuidv7()
  await tx.geheim.create({ data: { id, abonnementId, aangemaaktOp: clock(), ...encryptGeheim(env, { id, geheim }) } })
}
