import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { SIGNATURE_MAX_LIFETIME_SECONDS } from '#lib/proof/sign/http-message-signature.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import type { SleutelAlgoritme } from '../generated/enums.ts'
import { ALGORITHMS, ensureSleutels, forgetSigningKeys, generateSleutel } from './signing-keys.ts'

/** A receiver caches the JWK set for ten minutes; the rest is for clocks that differ. */
export const PUBLICATION_LEAD_MS = 15 * MINUTE_MS
/**
 * Twice the longest lifetime of a signature, because a receiver whose clock is behind accepts it for longer.
 */
export const KEPT_AFTER_LAST_SIGNATURE_MS = 2 * SIGNATURE_MAX_LIFETIME_SECONDS * SECOND_MS

type NewSleutel = Awaited<ReturnType<typeof generateSleutel>>

/**
 * Rotates the signing keys. The next key is published now and signs after PUBLICATION_LEAD_MS, when every
 * receiver has it. The present key signs until then and stays published until its last signature has expired.
 * An algorithm whose next key is already published is not rotated.
 *
 * @param options.algs the algorithms to rotate; absent for all
 * @param options.direct for a leaked key: the next key signs at once, in every worker, and all earlier ones
 * are no longer published. Receivers refuse bezorgingen under way with an earlier signature; the retries are
 * signed with the new key.
 * @returns the keys that sign next
 */
export async function rotateSleutels(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'db' | 'clock' | 'log' | 'once'>,
  { actor, algs = ALGORITHMS, direct = false }: { actor: Actor; algs?: readonly SleutelAlgoritme[]; direct?: boolean },
): Promise<{ kid: string; alg: SleutelAlgoritme; tekentVanaf: Date }[]> {
  await ensureSleutels(ctx, algs)
  const generated = await Promise.all(algs.map((alg) => generateSleutel(ctx, alg)))
  const replace = direct ? replaceAtOnce : replaceLater
  const handeling = direct ? 'sleutel_direct_wisselen' : 'sleutel_wisselen'
  const volgende = await recordedTransaction(ctx, async (tx, record) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${ADVISORY_LOCKS.rotation})`
    const now = ctx.clock()
    const replaced = []
    for (const sleutel of generated) {
      const next = await replace(tx, sleutel, now)
      replaced.push(next)
      if (next.kid === sleutel.kid) await record({ actor, handeling, object: { soort: 'sleutel', id: next.kid } })
    }
    // A key that signs no more does not need its private half.
    await tx.sleutel.updateMany({ where: { tekentTot: { lte: now } }, data: { versleuteld: null, sleutelId: null } })
    await tx.$executeRaw`select pg_notify('sleutel', '')`
    return replaced
  })
  forgetSigningKeys(ctx)
  return volgende.map(({ kid, alg, tekentVanaf }) => ({ kid, alg, tekentVanaf }))
}

async function replaceLater(tx: Prisma.TransactionClient, sleutel: NewSleutel, now: Date) {
  const { alg } = sleutel
  const waiting = await tx.sleutel.findFirst({ where: { alg, tekentVanaf: { gt: now } } })
  if (waiting) return waiting
  const tekentVanaf = new Date(now.getTime() + PUBLICATION_LEAD_MS)
  const gepubliceerdTot = new Date(tekentVanaf.getTime() + KEPT_AFTER_LAST_SIGNATURE_MS)
  await tx.sleutel.updateMany({ where: { alg, tekentTot: null }, data: { tekentTot: tekentVanaf, gepubliceerdTot } })
  return tx.sleutel.create({ data: { ...sleutel, tekentVanaf } })
}

async function replaceAtOnce(tx: Prisma.TransactionClient, sleutel: NewSleutel, now: Date) {
  const { alg } = sleutel
  await tx.sleutel.deleteMany({ where: { alg, tekentVanaf: { gt: now } } })
  await tx.sleutel.updateMany({
    where: { alg, OR: [{ tekentTot: null }, { tekentTot: { gt: now } }] },
    data: { tekentTot: now },
  })
  await tx.sleutel.updateMany({
    where: { alg, OR: [{ gepubliceerdTot: null }, { gepubliceerdTot: { gt: now } }] },
    data: { gepubliceerdTot: now },
  })
  return tx.sleutel.create({ data: { ...sleutel, tekentVanaf: now } })
}

/** volgende: published, signs later · tekent: signs now · gepubliceerd: signs no more, may be verified */
export type SleutelStand = 'volgende' | 'tekent' | 'gepubliceerd' | 'vervallen'

/** Returns all signing keys without their private halves, by algorithm, newest first. */
export async function findSleutels(ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'db' | 'clock' | 'once'>) {
  await ensureSleutels(ctx)
  const now = ctx.clock()
  const sleutels = await ctx.db.sleutel.findMany({
    select: { kid: true, alg: true, gepubliceerdOp: true, tekentVanaf: true, tekentTot: true, gepubliceerdTot: true },
    orderBy: [{ alg: 'asc' }, { tekentVanaf: 'desc' }],
  })
  return sleutels.map((sleutel) => ({ ...sleutel, stand: standOf(sleutel, now) }))
}

function standOf(
  {
    tekentVanaf,
    tekentTot,
    gepubliceerdTot,
  }: { tekentVanaf: Date; tekentTot: Date | null; gepubliceerdTot: Date | null },
  now: Date,
): SleutelStand {
  if (gepubliceerdTot && gepubliceerdTot <= now) return 'vervallen'
  if (tekentTot && tekentTot <= now) return 'gepubliceerd'
  return tekentVanaf > now ? 'volgende' : 'tekent'
}
