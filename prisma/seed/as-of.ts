import { createLogger } from '#lib/platform/logger.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'

/** Acts of the seed are not logged as acts of the behandelaars. */
const SILENT = createLogger('seed', undefined, 'warn')

/** Returns a context whose clock stands at that moment. */
export function asOf(ctx: ZaaksysteemContext, at: Date): ZaaksysteemContext {
  return { ...ctx, log: SILENT, clock: () => at }
}
