import type { ZaaksysteemContext } from '../../context.ts'
import { TOTAL_TIMEOUT_MS } from '../../egress/request-sink.ts'

const POLL_MS = 50
/** The last second is for the worker. */
const MAX_POLLS = (TOTAL_TIMEOUT_MS + 1_000) / POLL_MS

/**
 * Waits until a handshake that was ordered has ended, for the person who ordered it; gives up when it takes longer than
 * a handshake can.
 *
 * @returns the code of the error with which it failed, such as `CERT_HAS_EXPIRED`, where there is one
 */
export async function awaitHandshake(
  { db, wait }: Pick<ZaaksysteemContext, 'db' | 'wait'>,
  id: string,
): Promise<string | null> {
  for (let poll = 0; poll < MAX_POLLS; poll++) {
    const handshake = await db.handshake.findUnique({ where: { id } })
    if (handshake?.klaarOp) return handshake.foutdetail
    await wait(POLL_MS)
  }
  return null
}
