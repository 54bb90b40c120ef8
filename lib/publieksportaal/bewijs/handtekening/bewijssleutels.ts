import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { decrypt, encrypt } from '#lib/platform/crypto/encryption.ts'
import { type Actor, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'

/** Every JOSE library has this algorithm. */
export const ALGORITHM = 'ES256'

type Ctx = Pick<PublieksportaalContext, 'env' | 'db' | 'clock'>

/** The public half. Parsing drops every other member, so that no private key is ever published. */
const publicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })

const generate = promisify(generateKeyPair)

/** Generates a key pair in its stored form. */
async function generateBewijssleutel({ env, clock }: Pick<Ctx, 'env' | 'clock'>) {
  const { publicKey, privateKey } = await generate('ec', { namedCurve: 'P-256' })
  const now = clock()
  const id = uuidv7({ msecs: now.getTime() })
  return {
    id,
    alg: ALGORITHM,
    publiek: publicKey.export({ format: 'jwk' }) as Record<string, string>,
    ...encrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, {
      plaintext: privateKey.export({ format: 'der', type: 'pkcs8' }),
      boundTo: id,
    }),
    tekentVanaf: now,
  }
}

/**
 * Returns the current signing key; the first file creates it. Not cached: files are rare, and a withdrawn key
 * must stop at once.
 */
export async function signingKey(ctx: Ctx): Promise<{ kid: string; key: KeyObject }> {
  const sleutel = (await findSigning(ctx)) ?? (await makeFirst(ctx))
  const { id: kid, versleuteld, sleutelId } = sleutel
  const der = decrypt(ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, {
    versleuteld: versleuteld as Uint8Array,
    sleutelId: sleutelId as string,
    boundTo: kid,
  })
  return { kid, key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) }
}

const findSigning = ({ db }: Pick<Ctx, 'db'>) => db.bewijssleutel.findFirst({ where: { versleuteld: { not: null } } })

/** A unique index keeps one key when two processes create the first concurrently. */
async function makeFirst(ctx: Ctx) {
  await ctx.db.bewijssleutel.createMany({ data: [await generateBewijssleutel(ctx)], skipDuplicates: true })
  return ctx.db.bewijssleutel.findFirstOrThrow({ where: { versleuteld: { not: null } } })
}

/** Returns the public key with this id; `undefined` when this portal never had it. */
export async function findBewijssleutel(
  { db }: Pick<Ctx, 'db'>,
  kid: string,
): Promise<{ jwk: z.infer<typeof publicJwk>; isIngetrokken: boolean } | undefined> {
  if (!z.uuid().safeParse(kid).success) return undefined
  const found = await db.bewijssleutel.findUnique({ where: { id: kid } })
  return found ? { jwk: publicJwk.parse(found.publiek), isIngetrokken: found.ingetrokkenOp !== null } : undefined
}

/**
 * Returns the JWK set (RFC 7517) that verifies a bewijs. Holds every key that ever signed, because a bewijs
 * is needed years later. Leaked keys are left out: nothing tells who signed with them.
 */
export async function publishedJwks({ db }: Pick<Ctx, 'db'>) {
  const sleutels = await db.bewijssleutel.findMany({ where: { ingetrokkenOp: null }, orderBy: { id: 'desc' } })
  return { keys: sleutels.map(({ id: kid, alg, publiek }) => ({ kid, use: 'sig', alg, ...publicJwk.parse(publiek) })) }
}

/**
 * Replaces the signing key. Of the old key the private half is deleted, and the public half stays published.
 * The new key signs at once: a verifier that lacks it reloads the key set.
 *
 * @param options.direct the old key leaked: it is no longer published, and its files are no longer valid
 * @returns the new key
 */
export async function rotateBewijssleutel(
  ctx: Pick<PublieksportaalContext, 'env' | 'db' | 'clock' | 'log'>,
  { actor, direct = false }: { actor: Actor; direct?: boolean },
): Promise<{ kid: string }> {
  const sleutel = await generateBewijssleutel(ctx)
  const handeling = direct ? 'bewijssleutel_direct_wisselen' : 'bewijssleutel_wisselen'
  await recordedTransaction(ctx, async (tx, record) => {
    await tx.bewijssleutel.updateMany({
      where: { versleuteld: { not: null } },
      data: { versleuteld: null, sleutelId: null, ...(direct && { ingetrokkenOp: ctx.clock() }) },
    })
    await tx.bewijssleutel.create({ data: sleutel })
    await record({ actor, handeling, object: { soort: 'bewijssleutel', id: sleutel.id } })
  })
  return { kid: sleutel.id }
}
