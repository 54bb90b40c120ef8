import { hkdfSync } from 'node:crypto'
import type { ZaaksysteemContext } from '../context.ts'

const BYTES = 32

/**
 * The key of what a behandelaar typed and did not send yet, which the browser keeps (base64). It is the same in each sessie, so that what was
 * typed in one that ended can be read in the next, and only there.
 */
export function typedTextKey({ env }: Pick<ZaaksysteemContext, 'env'>, behandelaarId: string): string {
  const secret = env.ZAAKSYSTEEM_AUTH_SECRET
  return Buffer.from(hkdfSync('sha256', secret, behandelaarId, 'typed text', BYTES)).toString('base64')
}
