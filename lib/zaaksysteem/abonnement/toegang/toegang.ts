import { v7 as uuidv7 } from 'uuid'
import { decrypt, encrypt } from '#lib/platform/crypto/encryption.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { createToegang, type Toegang, type Toegangsgegevens } from '#lib/zaaksysteem/egress/request-with-toegang.ts'
import { sinkPolicy } from '#lib/zaaksysteem/egress/sink-guard.ts'
import type { Prisma } from '#lib/zaaksysteem/generated/client.ts'
import type { Toegangsoort } from '#lib/zaaksysteem/generated/enums.ts'
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

type Opened = { versie: number; toegang: Promise<Toegang> }

/** The number of abonnementen that a process caches. */
const MAX_OPENED = 1_000

/**
 * Returns the toegang of an abonnement, ready for use; `undefined` when its sink needs none. It is read and
 * decrypted once for each version, so a claim holds no secret of it, and all requests share a token.
 *
 * @param abonnement.toegangVersie the version at the time of the claim; a newer one in the cache is used too
 * @throws DecryptionError as a rejection
 */
export async function openToegang(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'once'>,
  { abonnementId, toegangVersie: versie }: { abonnementId: string; toegangVersie: number },
): Promise<Toegang | undefined> {
  if (versie === 0) return undefined
  const opened = ctx.once('toegang', () => new Map<string, Opened>())
  const known = opened.get(abonnementId)
  if (known && known.versie >= versie) return known.toegang

  const fresh = { versie, toegang: readToegang(ctx, abonnementId) }
  const [oldest] = opened.keys()
  if (oldest && opened.size >= MAX_OPENED) opened.delete(oldest)
  opened.set(abonnementId, fresh)
  try {
    return await fresh.toegang
  } catch (error) {
    if (opened.get(abonnementId) === fresh) opened.delete(abonnementId)
    throw error
  }
}

type Row = { id: string; soort: Toegangsoort; versleuteld: Uint8Array; sleutelId: string }

async function readToegang(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'once'>,
  abonnementId: string,
): Promise<Toegang> {
  const { rows } = await ctx.pool.query<Row>(
    'select id, soort, versleuteld, sleutel_id as "sleutelId" from toegang where abonnement_id = $1',
    [abonnementId],
  )
  const entries = rows.map(({ id, soort, versleuteld, sleutelId }) => {
    const plaintext = decrypt(ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { versleuteld, sleutelId, boundTo: id })
    return [soort, JSON.parse(plaintext.toString())]
  })
  // `examineToegang` checked them before they were stored.
  return createToegang(Object.fromEntries(entries) as Toegangsgegevens, sinkPolicy(ctx))
}
