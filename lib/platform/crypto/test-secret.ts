import { randomBytes } from 'node:crypto'
import { secret } from './secret.ts'

/**
 * Returns a random secret that is never refused. Random bytes are refused once in some millions, when they
 * happen to spell a word.
 */
export function testSecret(): string {
  for (;;) {
    const { success, data } = secret.safeParse(randomBytes(32).toString('base64url'))
    if (success) return data
  }
}
