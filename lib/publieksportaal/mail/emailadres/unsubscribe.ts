import type { PublieksportaalContext } from '../../context.ts'
import { forgetEmailadres } from './forget-emailadres.ts'

/** 128 bits in base64url. */
const AFMELDCODE = /^[\w-]{22}$/

/** Stops the mail of the citizen with this code. Does not reveal whether the code exists. */
export async function unsubscribe(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { afmeldcode }: { afmeldcode: string },
): Promise<void> {
  if (AFMELDCODE.test(afmeldcode)) await forgetEmailadres(ctx, { which: 'afmeldcode', value: afmeldcode })
}
