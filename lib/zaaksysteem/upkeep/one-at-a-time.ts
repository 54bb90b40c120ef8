import { oneAtATime as lockOneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Any constants do, as long as nothing else in this database locks them. */
const KEYS = { mail: 7236003, purge: 7236004 } as const

/** Runs `work` unless another process is at the same task. */
export function oneAtATime(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  task: keyof typeof KEYS,
  work: () => Promise<void>,
): Promise<void> {
  return lockOneAtATime(pool, KEYS[task], work)
}
