import { DAY_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'

/** When to look whether a burger who signs in now is still needed (`purgeBurgers`). */
export function lookAfterSignIn({ env, clock }: Pick<PublieksportaalContext, 'env' | 'clock'>): Date {
  return new Date(clock().getTime() + env.PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN * DAY_MS)
}
