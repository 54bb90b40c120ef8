import { connect, type Socket } from 'node:net'
import { MINUTE_MS } from '../durations.ts'

/** How long clamd may be silent: it says nothing while it looks. */
const SILENCE_MS = 5 * MINUTE_MS
const MAX_REPLY = 1000
const REPLY = /^stream: (?:(OK)|(\S+) FOUND)\0?$/
/** What AlertExceedsMax has clamd find in what is larger than it looks into: nothing is known of it then. */
const UNSEEN = 'Heuristics.Limits.Exceeded'

/** clamd did not say whether there is a virus. `code` says why, without what it said. */
class ScanError extends Error {
  readonly code: 'scanner_unreachable' | 'scanner_silent' | 'scan_limit_exceeded' | 'scan_failed'

  constructor(code: ScanError['code']) {
    super('A virus scan failed')
    this.name = 'ScanError'
    this.code = code
  }
}

/** `clamd://host:port`, or the path of its socket. */
type ClamdAddress = { host: string; port: number } | { path: string }

/**
 * Has clamd look for viruses in bytes as they come (INSTREAM of clamd(8)). They are not written anywhere on
 * the way.
 *
 * @returns the name of what was found, undefined when nothing was
 * @throws ScanError; what reading `bytes` throws
 */
export async function scanStream(
  address: ClamdAddress,
  { bytes, signal }: { bytes: AsyncIterable<Uint8Array>; signal: AbortSignal },
): Promise<string | undefined> {
  const socket = connect(address)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  let reply = ''
  let error: ScanError | undefined
  const fail = (code: ScanError['code']) => {
    error ??= new ScanError(code)
    socket.destroy()
  }
  socket.setTimeout(SILENCE_MS, () => fail('scanner_silent'))
  socket.on('error', () => fail('scanner_unreachable'))
  socket.on('data', (part) => {
    reply += part.toString('latin1')
    if (reply.length > MAX_REPLY) fail('scan_failed')
  })
  // Once it has answered it reads no further.
  socket.on('end', () => socket.destroy())
  signal.addEventListener('abort', () => socket.destroy(), { once: true })
  try {
    await send(socket, { bytes, closed })
    await closed
  } finally {
    socket.destroy()
  }
  signal.throwIfAborted()
  // It may have answered before it closed on us: when too much came.
  const [, isClean, found] = REPLY.exec(reply) ?? []
  if (isClean) return undefined
  if (found && !found.startsWith(UNSEEN)) return found
  if (found || reply.includes('size limit exceeded')) throw new ScanError('scan_limit_exceeded')
  throw error ?? new ScanError('scan_failed')
}

/** A frame is its length in four bytes and as many bytes; one of no bytes ends the stream. */
async function send(
  socket: Socket,
  { bytes, closed }: { bytes: AsyncIterable<Uint8Array>; closed: Promise<void> },
): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const part of bytes) {
    if (socket.destroyed) return
    if (part.byteLength === 0) continue
    socket.write(lengthOf(part))
    if (!socket.write(part)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
  }
  socket.write(lengthOf(Buffer.alloc(0)))
}

function lengthOf({ byteLength }: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(byteLength)
  return length
}
