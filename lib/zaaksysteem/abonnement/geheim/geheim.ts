import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { decrypt, encrypt } from '#lib/platform/crypto/encryption.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { NatsCredential } from '#lib/zaaksysteem/egress/nats/connect-nats.ts'
import type { ZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import type { Prisma } from '#lib/zaaksysteem/generated/client.ts'

type EncryptionKeys = Pick<ZaaksysteemEnv, 'ZAAKSYSTEEM_ENCRYPTION_KEYS'>

/** A row of the table geheim, as read by Prisma or as written by PostgreSQL in JSON (`\x…`, RFC 3339). */
export type GeheimRow = {
  /** UUID v7 */
  id: string
  versleuteld: Uint8Array | string
  sleutelId: string
  vervaltOp: Date | string | null
}

/** Encrypts a secret. The result is bound to `id`: in another row it cannot be decrypted. */
export function encryptGeheim(env: EncryptionKeys, { id, geheim }: { id: string; geheim: string }) {
  return encrypt(env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { plaintext: Buffer.from(geheim), boundTo: id })
}

/**
 * Returns the secrets that are valid at `now`, newest first. A secret that expires at `now` is not valid any
 * more.
 *
 * @throws DecryptionError when a valid one cannot be decrypted
 */
export function decryptGeheimen(env: EncryptionKeys, rows: readonly GeheimRow[], now: Date): string[] {
  return rows
    .filter(({ vervaltOp }) => vervaltOp === null || new Date(vervaltOp) > now)
    .toSorted((a, b) => expiryMs(b) - expiryMs(a) || (a.id < b.id ? 1 : -1))
    .map(({ id, sleutelId, versleuteld }) =>
      decrypt(env.ZAAKSYSTEEM_ENCRYPTION_KEYS, {
        sleutelId,
        versleuteld: toBytes(versleuteld),
        boundTo: id,
      }).toString(),
    )
}

/**
 * The newest has no expiry, so it sorts first. Its UUID v7 does not show that it is newest, because clocks of
 * processes differ.
 */
function expiryMs({ vervaltOp }: GeheimRow): number {
  return vervaltOp === null ? Number.MAX_SAFE_INTEGER : new Date(vervaltOp).getTime()
}

function toBytes(versleuteld: Uint8Array | string): Uint8Array {
  return typeof versleuteld === 'string' ? Buffer.from(versleuteld.slice(2), 'hex') : versleuteld
}

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
async function storeGeheim(
  { env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { abonnementId, geheim }: { abonnementId: string; geheim: string },
): Promise<void> {
  const id = uuidv7()
  await tx.geheim.create({ data: { id, abonnementId, aangemaaktOp: clock(), ...encryptGeheim(env, { id, geheim }) } })
}

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
