import { SIGNATURE_MAX_LIFETIME_SECONDS } from '#lib/contract/http-message-signature.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import type { SleutelAlgoritme } from '../generated/enums.ts'
import { ALGORITHMS, generateSleutel } from './generate-sleutel.ts'
import { ensureSleutels, forgetSigningKeys } from './signing-keys.ts'

/** A receiver keeps the JWK set for ten minutes, and a proxy on its way there for five. */
export const PUBLICATION_LEAD_MS = 15 * MINUTE_MS
/** Nothing signed lives longer; the margin is for a receiver whose clock is behind. */
export const KEPT_AFTER_LAST_SIGNATURE_MS = 2 * SIGNATURE_MAX_LIFETIME_SECONDS * SECOND_MS

type NewSleutel = Awaited<ReturnType<typeof generateSleutel>>

/**
 * Brings in the next signing keys. A next key is published now and signs when every receiver has it; until then its
 * predecessor signs, which stays published until its last signature has expired. Where a next key waits already,
 * nothing changes.
 *
 * @param options.algs of which algorithms; all when left out
 * @param options.direct for a key that leaked: the next one signs at once and all before it are withdrawn. What is
 * under way with their signatures is refused, and sent again with the new one.
 * @returns the keys that sign next
 */
export async function rotateSleutels(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'db' | 'clock'>,
  { algs = ALGORITHMS, direct = false }: { algs?: readonly SleutelAlgoritme[]; direct?: boolean } = {},
): Promise<{ kid: string; alg: SleutelAlgoritme; tekentVanaf: Date }[]> {
  await ensureSleutels(ctx, algs)
  const generated = await Promise.all(algs.map((alg) => generateSleutel(ctx, alg)))
  const replace = direct ? replaceAtOnce : replaceLater
  const volgende = await ctx.db.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${ADVISORY_LOCKS.rotation})`
    const now = ctx.clock()
    const replaced = []
    for (const sleutel of generated) replaced.push(await replace(tx, sleutel, now))
    // what cannot sign any more needs no private half
    await tx.sleutel.updateMany({ where: { tekentTot: { lte: now } }, data: { versleuteld: null, sleutelId: null } })
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
