import type { ZaaksysteemContext } from '../../context.ts'
import { claimVerificaties } from './claim-verificaties.ts'
import { performVerificatie } from './perform-verificatie.ts'

/** Performs the handshakes that were ordered so far, one after another. */
export async function performVerificaties(ctx: ZaaksysteemContext): Promise<void> {
  for (const verificatie of await claimVerificaties(ctx, 100)) await performVerificatie(ctx, verificatie)
}
