import { v7 as uuidv7 } from 'uuid'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { isOver } from '#lib/platform/is-over.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Bron, forgetBron } from './bron.ts'

/** The wait for a secret: longer than the call that returns it can take. */
export const GEHEIM_ARRIVES_WITHIN_MS = 30_000

/**
 * Call this before requesting a new secret: the bron may use it before the portal has stored it. In between,
 * a bezorging that cannot be proven gets 503 instead of 401, and is retried.
 */
export async function expectGeheim(ctx: PublieksportaalContext): Promise<void> {
  await ctx.db.bron.update({
    where: { source: ctx.env.PUBLIEKSPORTAAL_BRON },
    data: { wachtOpGeheimTot: new Date(ctx.clock().getTime() + GEHEIM_ARRIVES_WITHIN_MS) },
  })
  forgetBron(ctx)
}

/** True when the bron may already use a secret that the portal has not stored yet. */
export function awaitsGeheim({ clock }: PublieksportaalContext, { wachtOpGeheimTot }: Bron): boolean {
  return wachtOpGeheimTot !== null && !isOver(wachtOpGeheimTot, { now: clock(), atMostMs: GEHEIM_ARRIVES_WITHIN_MS })
}

/** Ends that wait: no new secret is coming. */
export async function expectNoGeheim(ctx: PublieksportaalContext): Promise<void> {
  await ctx.db.bron.update({ where: { source: ctx.env.PUBLIEKSPORTAAL_BRON }, data: { wachtOpGeheimTot: null } })
  forgetBron(ctx)
}

/** The time that the previous secret stays valid; the zaaksysteem is asked for the same overlap. */
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
