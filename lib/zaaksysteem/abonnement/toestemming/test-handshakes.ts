import type { ZaaksysteemContext } from '../../context.ts'
import { claimHandshakes, performHandshake } from './run-handshakes.ts'

/** Performs the handshakes that were ordered so far, one after another. */
export async function performHandshakes(ctx: ZaaksysteemContext): Promise<void> {
  for (const handshake of await claimHandshakes(ctx, 100)) await performHandshake(ctx, handshake)
}
