import { SECOND_MS } from '../durations.ts'
import { API_HEADERS } from './problem-json.ts'

/** The headers of a stream of server-sent events: no intermediary may store or buffer it. */
export const EVENT_STREAM_HEADERS = {
  ...API_HEADERS,
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const

const LEAST_RETRY_MS = SECOND_MS
/**
 * Every stream gets a heartbeat within this time. The streams are divided into parts, so that no beat blocks
 * the process for long.
 */
const BEAT_MS = 15 * SECOND_MS
const BEAT_PARTS = 15
/** A stream whose reader is this far behind is closed; the reader reconnects and resumes. */
const MAX_WAITING_CHUNKS = 256
const ALL = { part: 0, of: 1 }

const encoder = new TextEncoder()

/** A part of the streams, numbered from 0; there are `of` parts. */
export type Part = { part: number; of: number }

/** `too_many_of_owner`: its owner has reached the limit per owner */
export type TooMany = 'too_many' | 'too_many_of_owner'

/**
 * An open connection of one reader: a stream of server-sent events, or another protocol that counts as one.
 */
export type OpenStream<Opening, Reason extends string> = Opening & {
  /** aborts when the stream ends, with the reason */
  signal: AbortSignal
  /** `gone`: its reader left */
  end(reason: 'gone' | 'going_away' | 'too_slow' | Reason): void
  /** sends its reader a chunk of server-sent events; does nothing while there is no body */
  send(chunk: Uint8Array): void
  /** sends its reader a heartbeat; its protocol sets this */
  beat(): void
}

/** The streams of one process. */
export type OpenStreams<Opening, Reason extends string, Key extends string> = ReturnType<
  typeof createOpenStreams<Opening, Reason, Key>
>

type Options<Opening, Key extends string> = {
  /** lookup keys, so that no lookup scans all streams */
  keys: Record<Key, (opening: Opening) => string>
  owner: NoInfer<Key>
  most: number
  mostOfOwner: number
  /** the number of reconnecting readers that the other processes can take */
  returnsPerSecond: number
  random: () => number
}

/** Counts, limits and ends the streams of one process, and keeps them alive. */
export function createOpenStreams<Opening, Reason extends string, Key extends string>({
  keys,
  owner,
  most,
  mostOfOwner,
  returnsPerSecond,
  random,
}: Options<Opening, Key>) {
  type Stream = OpenStream<Opening, Reason>
  const numbers = new Map<Stream, number>()
  const groups = new Map(Object.keys(keys).map((key) => [key, new Map<string, Set<Stream>>()]))
  let next = 0

  const groupsOf = (key: Key) => groups.get(key) as Map<string, Set<Stream>>
  const of = (key: Key, value: string) => groupsOf(key).get(value) ?? new Set<Stream>()
  const spreadMs = (open: number) => Math.round(LEAST_RETRY_MS + (random() * open * SECOND_MS) / returnsPerSecond)

  return {
    /** opens a stream, which counts until it ends, or returns why it may not */
    open(opening: Opening): Stream | TooMany {
      if (numbers.size >= most) return 'too_many'
      if (of(owner, keys[owner](opening)).size >= mostOfOwner) return 'too_many_of_owner'
      const ending = new AbortController()
      const stream: Stream = {
        ...opening,
        signal: ending.signal,
        end(reason) {
          numbers.delete(stream)
          for (const key in keys) {
            const group = of(key, keys[key](opening))
            group.delete(stream)
            if (group.size === 0) groupsOf(key).delete(keys[key](opening))
          }
          ending.abort(reason)
        },
        send() {},
        beat() {},
      }
      numbers.set(stream, next++)
      for (const key in keys) groupsOf(key).set(keys[key](opening), of(key, keys[key](opening)).add(stream))
      return stream
    },
    size: () => numbers.size,
    of: of as (key: Key, value: string) => ReadonlySet<Stream>,
    groups: groupsOf as (key: Key) => ReadonlyMap<string, ReadonlySet<Stream>>,
    /** @returns the streams of this part, or all by default; a stream stays in its part */
    beat({ part, of: parts }: Part = ALL): Stream[] {
      const streams = [...numbers].flatMap(([stream, number]) => (number % parts === part ? stream : []))
      for (const stream of streams) stream.beat()
      return streams
    },
    /**
     * Milliseconds after which a reader may reconnect when its connection breaks. The more streams are open,
     * the wider they are spread, because all readers reconnect at once when a process ends.
     */
    retryMs: () => spreadMs(numbers.size),
    close(): void {
      const open = numbers.size
      for (const stream of [...numbers.keys()]) {
        // The delay that they got when they opened may be for far fewer streams.
        stream.send(encoder.encode(retryField(spreadMs(open))))
        stream.end('going_away')
      }
    },
  }
}

/** @returns the function that stops it */
export function keepBeating(beat: (part: Part) => unknown): () => void {
  let part = 0
  const timer = setInterval(() => {
    beat({ part, of: BEAT_PARTS })
    part = (part + 1) % BEAT_PARTS
  }, BEAT_MS / BEAT_PARTS)
  return () => clearInterval(timer)
}

/**
 * Returns the field with the time after which an EventSource reconnects (WHATWG HTML section 9.2.5). It is no
 * complete event, so it triggers none.
 */
export function retryField(ms: number): string {
  return `retry: ${ms}\n`
}

/**
 * Returns the body of a response with server-sent events. The stream ends when the reader leaves, and the
 * body when the stream ends.
 *
 * @param options.begin sends the first chunks
 * @param options.chunks asked for one at a time, each when the reader has taken all before
 */
export function eventStreamBody(
  stream: OpenStream<object, never>,
  {
    begin,
    beat,
    chunks,
  }: { begin(): void | Promise<void>; beat(): Uint8Array; chunks?: AsyncIterator<Uint8Array, void> },
): ReadableStream<Uint8Array> {
  async function orLeave<T>(work: () => T): Promise<Awaited<T>> {
    try {
      return await work()
    } catch (err) {
      stream.end('gone')
      throw err
    }
  }
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const close = () => stream.signal.reason !== 'gone' && controller.close()
      stream.send = (chunk) => {
        if ((controller.desiredSize ?? 0) < -MAX_WAITING_CHUNKS) stream.end('too_slow')
        else controller.enqueue(chunk)
      }
      stream.beat = () => stream.send(beat())
      // The stream may have ended while the response was made.
      const isOver = stream.signal.aborted
      stream.signal.addEventListener('abort', close)
      await orLeave(begin)
      if (isOver) close()
    },
    async pull() {
      const taken = await orLeave(() => chunks?.next())
      if (taken?.value && !stream.signal.aborted) stream.send(taken.value)
    },
    cancel: () => stream.end('gone'),
  })
}
