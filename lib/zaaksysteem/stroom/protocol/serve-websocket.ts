import type { WebSocket } from 'ws'
import { STROOM_CLOSE_CODES, type StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import type { Logger } from '#lib/platform/logger.ts'
import type { OpenedStroom } from '../open-stroom.ts'

/** A beat comes every 15 seconds. */
const MAX_DEAD_BEATS = 2

/**
 * Sends a stroom over a WebSocket. Each event waits until the network took the one before it, so that a slow
 * reader has at most one in memory.
 */
export async function serveWebSocket(
  { stroom, vanaf, stukken }: Pick<OpenedStroom, 'stroom' | 'vanaf' | 'stukken'>,
  socket: WebSocket,
  log: Pick<Logger, 'error'>,
): Promise<void> {
  let position = vanaf
  let isSending = false
  let deadBeats = 0
  const showLife = () => {
    deadBeats = 0
  }

  socket.on('pong', showLife)
  socket.on('message', () => stroom.end('unsupported_data'))
  // ws closes the socket itself, with the code of the client's fault.
  socket.on('error', () => {})
  socket.on('close', () => stroom.end('gone'))
  stroom.signal.addEventListener('abort', () => close(socket, stroom.signal.reason))
  // A client that began without a sequence learns from this where to resume.
  socket.ping(String(position))
  stroom.beat = () => {
    deadBeats += 1
    if (deadBeats > MAX_DEAD_BEATS) stroom.end('too_slow')
    else if (!isSending) socket.ping(String(position))
  }
  // The stroom may have ended while the protocol was switched.
  if (stroom.signal.aborted) close(socket, stroom.signal.reason)

  async function send(message: Uint8Array) {
    isSending = true
    await new Promise((resolve) => socket.send(message, { binary: false }, resolve))
    isSending = false
    showLife()
  }

  try {
    for (;;) {
      const { done, value } = await stukken.next()
      if (done) return stroom.end(value ?? 'gone')
      for (const { message, sequence } of value.gewenst) {
        if (stroom.signal.aborted) return
        await send(message)
        position = sequence
      }
      position = value.tot
    }
  } catch (err) {
    log.error({ err }, 'A stroom broke off')
    stroom.end('internal_error')
  }
}

function close(socket: WebSocket, reason: StroomClose | 'gone') {
  if (reason !== 'gone') socket.close(STROOM_CLOSE_CODES[reason], reason)
}
