import type { PublieksportaalContext } from '../context.ts'
import { forgetEmailadres } from './forget-emailadres.ts'

/** The citizen wants no mail any more. */
export async function removeEmailadres(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { burgerId }: { burgerId: string },
): Promise<void> {
  await forgetEmailadres(pool, { which: 'burger_id', value: burgerId })
}
