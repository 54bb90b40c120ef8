import { randomBytes } from 'node:crypto'
import { secret } from './secret.ts'

/**
 * One that is not refused, as once in some millions of times is done with random bytes: they may happen to
 * spell a word.
 */
export function testSecret(): string {
  for (;;) {
    const { success, data } = secret.safeParse(randomBytes(32).toString('base64url'))
    if (success) return data
  }
}
