import { hkdfSync } from 'node:crypto'
import type { ZaaksysteemContext } from '../context.ts'

const BYTES = 32

/**
 * Returns the key (base64) for text that a behandelaar typed but did not send, which the browser keeps. The
 * key is the same in each sessie, so that the next sessie of this behandelaar can decrypt it.
 */
export function typedTextKey({ env }: Pick<ZaaksysteemContext, 'env'>, behandelaarId: string): string {
  const secret = env.ZAAKSYSTEEM_AUTH_SECRET
  return Buffer.from(hkdfSync('sha256', secret, behandelaarId, 'typed text', BYTES)).toString('base64')
}
