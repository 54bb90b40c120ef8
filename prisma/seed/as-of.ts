import { createLogger } from '#lib/platform/logger.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'

/** No behandelaar did what the seed does, so it is not logged as what they did. */
const SILENT = createLogger('seed', undefined, 'warn')

/** As if it were that moment. */
export function asOf(ctx: ZaaksysteemContext, at: Date): ZaaksysteemContext {
  return { ...ctx, log: SILENT, clock: () => at }
}
