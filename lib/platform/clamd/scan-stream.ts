import { connect, type Socket } from 'node:net'
import { MINUTE_MS } from '../durations.ts'

/** The longest silence of clamd, which sends nothing while it scans. */
const SILENCE_MS = 5 * MINUTE_MS
const MAX_REPLY = 1000
const REPLY = /^stream: (?:(OK)|(\S+) FOUND)\0?$/
/** The name that AlertExceedsMax reports for bytes beyond clamd's limits, which it did not scan. */
const UNSEEN = 'Heuristics.Limits.Exceeded'

/** clamd gave no verdict. `code` is the cause, and quotes nothing of its reply. */
class ScanError extends Error {
  readonly code: 'scanner_unreachable' | 'scanner_silent' | 'scan_limit_exceeded' | 'scan_failed'

  constructor(code: ScanError['code']) {
    super('A virus scan failed')
    this.name = 'ScanError'
    this.code = code
  }
}

/** `clamd://host:port`, or the path of a Unix socket. */
type ClamdAddress = { host: string; port: number } | { path: string }

/**
 * Has clamd scan bytes for viruses while they arrive (INSTREAM of clamd(8)), without writing them to disk.
 *
 * @returns the name of the virus, or undefined when there is none
 * @throws ScanError; errors of reading `bytes`
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
  // After its reply clamd reads no further.
  socket.on('end', () => socket.destroy())
  signal.addEventListener('abort', () => socket.destroy(), { once: true })
  try {
    await send(socket, { bytes, closed })
    await closed
  } finally {
    socket.destroy()
  }
  signal.throwIfAborted()
  // clamd may have replied before it closed the connection: when it got too many bytes.
  const [, isClean, found] = REPLY.exec(reply) ?? []
  if (isClean) return undefined
  if (found && !found.startsWith(UNSEEN)) return found
  if (found || reply.includes('size limit exceeded')) throw new ScanError('scan_limit_exceeded')
  throw error ?? new ScanError('scan_failed')
}

/** Sends frames: the length in four bytes, followed by that many bytes. An empty frame ends the stream. */
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
