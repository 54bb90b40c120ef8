import { isOver } from '#lib/platform/is-over.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Bron } from './bron.ts'
import { forgetBron } from './find-bron.ts'

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
