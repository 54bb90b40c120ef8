import type { PublieksportaalContext } from '../context.ts'
import { forgetEmailadres } from './forget-emailadres.ts'

/** Stops the mail of whoever has this code in his mails. Does not tell whether anybody has. */
export async function unsubscribe(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { afmeldcode }: { afmeldcode: string },
): Promise<void> {
  await forgetEmailadres(pool, { which: 'afmeldcode', value: afmeldcode })
}
