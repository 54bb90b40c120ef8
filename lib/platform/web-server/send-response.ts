import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

const MAX_STALL_MS = 30_000

/**
 * Sends a stream of events as it comes, until it ends or the client goes, and any other answer whole, with its length.
 *
 * @throws when the stream breaks off
 */
export async function sendResponse(message: ServerResponse, answer: Response): Promise<void> {
  message.statusCode = answer.status
  message.setHeaders(answer.headers)
  if (answer.headers.get('Content-Type')?.startsWith('text/event-stream') && answer.body) {
    await sendStream(message, answer.body)
  } else {
    message.end(Buffer.from(await answer.arrayBuffer()))
  }
}

/**
 * Until its client goes, or takes nothing for half a minute: it is cut off then, so that it holds nothing up. `pipeline`
 * would notice that the client is gone at the next event only.
 */
async function sendStream(message: ServerResponse, stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader()
  const gone = message.destroyed ? Promise.resolve() : new Promise<void>((resolve) => message.once('close', resolve))
  const closed = gone.then(() =>
    // `cancel` fails when the stream broke off, which `read` tells too.
    reader.cancel().catch(() => {}),
  )
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (message.write(value)) continue
    const stalled = setTimeout(() => message.destroy(), MAX_STALL_MS)
    await Promise.race([once(message, 'drain'), closed])
    clearTimeout(stalled)
  }
  message.end()
}
