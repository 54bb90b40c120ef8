import type { ZaaksysteemContext } from '../../context.ts'
import { TOTAL_TIMEOUT_MS } from '../../egress/request-sink.ts'

const POLL_MS = 50
/** One second more than a handshake can take, for the worker. */
const MAX_POLLS = (TOTAL_TIMEOUT_MS + 1_000) / POLL_MS

/**
 * Waits until an ordered handshake has ended, for the person who ordered it. Gives up after the longest time
 * that a handshake can take.
 *
 * @returns the code of the error with which it failed, such as `CERT_HAS_EXPIRED`; null when there is none
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
