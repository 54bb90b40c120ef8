import type { PublieksportaalContext } from '../context.ts'
import { forgetEmailadres } from './forget-emailadres.ts'

/** The citizen wants no mail any more. */
export async function removeEmailadres(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { burgerId }: { burgerId: string },
): Promise<void> {
  await forgetEmailadres(ctx, { which: 'burger_id', value: burgerId })
}
