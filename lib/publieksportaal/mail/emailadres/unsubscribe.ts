import type { PublieksportaalContext } from '../../context.ts'
import { forgetEmailadres } from './forget-emailadres.ts'

/** 128 bits in base64url. */
const AFMELDCODE = /^[\w-]{22}$/

/** Stops the mail of whoever has this code in his mails. Does not tell whether anybody has. */
export async function unsubscribe(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { afmeldcode }: { afmeldcode: string },
): Promise<void> {
  if (AFMELDCODE.test(afmeldcode)) await forgetEmailadres(ctx, { which: 'afmeldcode', value: afmeldcode })
}
