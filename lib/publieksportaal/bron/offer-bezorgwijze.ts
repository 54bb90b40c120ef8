import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Bezorgwijze, CREDENTIALTYPES_MET_GEHEIM, forgetBron } from './bron.ts'
import { expectNoGeheim, GEHEIM_ARRIVES_WITHIN_MS } from './geheim.ts'

type Wens = Pick<Bezorgwijze, 'credentialtype' | 'contentmodus'> & {
  /** absent: unchanged */
  maxPerMinuut?: number
}

/**
 * Accepts a new way of delivering beside the current one. Call it before asking the bron to change: once the
 * bron agrees, bezorgingen may arrive in either way.
 *
 * @returns `known`: true when this way was accepted already
 */
export async function offerBezorgwijze(
  ctx: PublieksportaalContext,
  { credentialtype, contentmodus, maxPerMinuut }: Wens,
): Promise<{ known: boolean }> {
  const { PUBLIEKSPORTAAL_BRON: source, PUBLIEKSPORTAAL_BRON_ORIGIN, PUBLIEKSPORTAAL_BRON_JWKS_URL } = ctx.env
  const now = ctx.clock()
  const bron = {
    origin: PUBLIEKSPORTAAL_BRON_ORIGIN,
    jwksUrl: PUBLIEKSPORTAAL_BRON_JWKS_URL,
    status: 'actief' as const,
    maxPerMinuut,
    wachtOpGeheimTot: CREDENTIALTYPES_MET_GEHEIM.has(credentialtype)
      ? new Date(now.getTime() + GEHEIM_ARRIVES_WITHIN_MS)
      : null,
  }
  const wijze = { source, credentialtype, contentmodus }
  const [, , known] = await ctx.db.$transaction([
    ctx.db.bron.upsert({ where: { source }, create: { source, ...bron }, update: bron }),
    ctx.db.bezorgwijze.deleteMany({ where: { source, geldigTot: { lte: now } } }),
    ctx.db.bezorgwijze.findUnique({ where: { source_credentialtype_contentmodus: wijze } }),
    ctx.db.bezorgwijze.upsert({
      where: { source_credentialtype_contentmodus: wijze },
      create: wijze,
      update: { geldigTot: null },
    }),
  ])
  forgetBron(ctx)
  return { known: known !== null }
}

/** Long enough for a bezorging in transit to arrive, or for its retry to use the new way. */
const OLD_WAY_ENDS_AFTER_MS = 5 * MINUTE_MS

/** Adopts the offered way: the others end after OLD_WAY_ENDS_AFTER_MS. */
export async function adoptBezorgwijze(
  ctx: PublieksportaalContext,
  { credentialtype, contentmodus }: Wens,
): Promise<void> {
  const source = ctx.env.PUBLIEKSPORTAAL_BRON
  await ctx.db.bezorgwijze.updateMany({
    where: { source, geldigTot: null, NOT: { credentialtype, contentmodus } },
    data: { geldigTot: new Date(ctx.clock().getTime() + OLD_WAY_ENDS_AFTER_MS) },
  })
  forgetBron(ctx)
}

/** Withdraws the offered way at once, unless it was accepted before the offer. */
export async function withdrawBezorgwijze(
  ctx: PublieksportaalContext,
  { credentialtype, contentmodus }: Wens,
  { known }: { known: boolean },
): Promise<void> {
  const source = ctx.env.PUBLIEKSPORTAAL_BRON
  if (!known) await ctx.db.bezorgwijze.deleteMany({ where: { source, credentialtype, contentmodus } })
  await expectNoGeheim(ctx)
}
