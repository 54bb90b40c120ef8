import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { encryptGeheim } from './geheim.ts'

const SECRET_BYTES = 32

/** How each credentialtype with a secret per abonnement makes one; the others sign with the zaaksysteem's own keys. */
const MAKERS: Readonly<Partial<Record<Credentialtype, () => string>>> = {
  ACCESSTOKEN: () => randomBytes(SECRET_BYTES).toString('base64url'),
  STANDARDWEBHOOKS: () => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
}

/** Makes a secret, stores it encrypted, and returns it: the only time that it is seen. `null` for types without. */
export async function makeGeheim(
  { env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { abonnementId, credentialtype }: { abonnementId: string; credentialtype: Credentialtype },
): Promise<string | null> {
  const geheim = MAKERS[credentialtype]?.()
  if (!geheim) return null
  const id = uuidv7()
  await tx.geheim.create({ data: { id, abonnementId, aangemaaktOp: clock(), ...encryptGeheim(env, { id, geheim }) } })
  return geheim
}
