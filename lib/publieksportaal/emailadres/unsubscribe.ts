import type { PublieksportaalContext } from '../context.ts'
import { forgetEmailadres } from './forget-emailadres.ts'

/** 128 bits in base64url. */
const AFMELDCODE = /^[\w-]{22}$/

/** Stops the mail of whoever has this code in his mails. Does not tell whether anybody has. */
export async function unsubscribe(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { afmeldcode }: { afmeldcode: string },
): Promise<void> {
  if (AFMELDCODE.test(afmeldcode)) await forgetEmailadres(pool, { which: 'afmeldcode', value: afmeldcode })
}
