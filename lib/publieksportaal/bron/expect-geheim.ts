import type { PublieksportaalContext } from '../context.ts'
import { forgetBron } from './find-bron.ts'

/** Longer than it takes to be given a secret. */
export const GEHEIM_ARRIVES_WITHIN_MS = 30_000

/**
 * Says that the source is about to give a new secret, which it uses from that moment. What cannot be proven until it
 * is stored is asked to come back, instead of being refused.
 */
export async function expectGeheim(ctx: PublieksportaalContext): Promise<void> {
  await ctx.db.bron.update({
    where: { source: ctx.env.PUBLIEKSPORTAAL_BRON },
    data: { wachtOpGeheimTot: new Date(ctx.clock().getTime() + GEHEIM_ARRIVES_WITHIN_MS) },
  })
  forgetBron(ctx)
}

/** No other secret comes than the one that is there. */
export async function expectNoGeheim(ctx: PublieksportaalContext): Promise<void> {
  await ctx.db.bron.update({ where: { source: ctx.env.PUBLIEKSPORTAAL_BRON }, data: { wachtOpGeheimTot: null } })
  forgetBron(ctx)
}
