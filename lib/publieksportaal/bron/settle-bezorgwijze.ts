import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'
import { expectNoGeheim } from './expect-geheim.ts'
import { forgetBron } from './find-bron.ts'
import type { Wens } from './offer-bezorgwijze.ts'

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
