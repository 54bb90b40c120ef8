import type { Wait } from '../clock.ts'
import { ConfigurationError } from '../env.ts'
import type { Logger } from '../logger.ts'
import { untilAnswered } from '../postgres/until-answered.ts'
import { DecryptionError, decrypt, type EncryptionKeys } from './encryption.ts'

/** An encrypted secret in the database. */
export type StoredSecret = Parameters<typeof decrypt>[1]

/**
 * Resolves once the database has answered and the configured keys decrypt its secrets, or when `signal`
 * aborts. Only for the start of a process: during a rotation another process may already store secrets that
 * this one cannot decrypt.
 *
 * @param options.find returns one secret for each key that is needed
 * @throws ConfigurationError that names the missing or changed keys
 */
export async function requireKeys(
  { log, wait }: { log: Logger; wait: Wait },
  options: { variable: string; keys: EncryptionKeys; find: () => Promise<StoredSecret[]>; signal?: AbortSignal },
): Promise<void> {
  const { variable, keys, find, signal } = options
  const meanwhile = 'It cannot be seen yet which encryption keys are needed; trying again'
  const stored = await untilAnswered({ log, wait }, { ask: find, meanwhile, signal })
  const problems = stored?.flatMap((secret) => problemWith(keys, secret) ?? []) ?? []
  if (problems.length > 0) throw new ConfigurationError(problems.map((problem) => `${variable}: ${problem}`))
}

function problemWith(keys: EncryptionKeys, secret: StoredSecret): string | undefined {
  try {
    decrypt(keys, secret)
    return undefined
  } catch (error) {
    if (!(error instanceof DecryptionError)) throw error
    const isMissing = !keys.some(({ id }) => id === secret.sleutelId)
    return isMissing
      ? `secrets in the database need the key "${secret.sleutelId}", which is missing`
      : `the key "${secret.sleutelId}" does not decrypt the secrets in the database`
  }
}
