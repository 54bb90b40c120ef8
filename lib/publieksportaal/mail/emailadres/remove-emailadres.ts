import type { Handelende } from '../../audit/burger-actor.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { forgetEmailadres } from './forget-emailadres.ts'

export async function removeEmailadres(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId }: Handelende,
): Promise<void> {
  await forgetEmailadres(ctx, { which: 'burger_id', value: burgerId, gemachtigdeId })
}
