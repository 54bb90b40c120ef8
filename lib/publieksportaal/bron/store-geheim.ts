import { v7 as uuidv7 } from 'uuid'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { HOUR_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'
import { forgetBron } from './find-bron.ts'

/** How long the previous secret stays valid; the zaaksysteem is asked for the same overlap. */
export const GEHEIM_OVERLAP_HOURS = 24

/** A secret as the zaaksysteem shows it, once. */
type NieuwGeheim =
  | { credentialtype: 'ACCESSTOKEN'; accesstoken: string }
  | { credentialtype: 'STANDARDWEBHOOKS'; secret: string }

/**
 * Stores a new secret, lets the previous one expire and deletes older ones. An access token is only compared,
 * so its hash is stored. An HMAC needs the secret itself, which is stored encrypted.
 */
export async function storeGeheim(ctx: PublieksportaalContext, geheim: NieuwGeheim): Promise<void> {
  const source = ctx.env.PUBLIEKSPORTAAL_BRON
  const credentialtype = geheim.credentialtype
  const now = ctx.clock()
  const id = uuidv7()
  const value =
    geheim.credentialtype === 'ACCESSTOKEN'
      ? { hash: hashToken(geheim.accesstoken) }
      : encrypt(ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { plaintext: Buffer.from(geheim.secret), boundTo: id })
  await ctx.db.$transaction([
    ctx.db.bronGeheim.deleteMany({ where: { source, credentialtype, vervaltOp: { not: null } } }),
    ctx.db.bronGeheim.updateMany({
      where: { source, credentialtype },
      data: { vervaltOp: new Date(now.getTime() + GEHEIM_OVERLAP_HOURS * HOUR_MS) },
    }),
    ctx.db.bronGeheim.create({ data: { id, source, credentialtype, aangemaaktOp: now, ...value } }),
    ctx.db.bron.update({ where: { source }, data: { wachtOpGeheimTot: null } }),
  ])
  forgetBron(ctx)
}
