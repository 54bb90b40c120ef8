import type { PublieksportaalContext } from '../context.ts'
import { type Bezorgwijze, CREDENTIALTYPES_MET_GEHEIM } from './bron.ts'
import { GEHEIM_ARRIVES_WITHIN_MS } from './expect-geheim.ts'
import { forgetBron } from './find-bron.ts'

export type Wens = Pick<Bezorgwijze, 'credentialtype' | 'contentmodus'> & {
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
