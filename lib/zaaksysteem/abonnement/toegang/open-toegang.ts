import { decrypt } from '#lib/platform/crypto/encryption.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { createToegang, type Toegang, type Toegangsgegevens } from '../../egress/request-with-toegang.ts'
import { sinkPolicy } from '../../egress/sink-guard.ts'
import type { Toegangsoort } from '../../generated/enums.ts'

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
