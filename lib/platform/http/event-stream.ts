import { SECOND_MS } from '../durations.ts'
import { API_HEADERS } from './problem-json.ts'

/** The headers of a stream of server-sent events: nothing on the way may store it or hold it back. */
export const EVENT_STREAM_HEADERS = {
  ...API_HEADERS,
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const

const LEAST_RETRY_MS = SECOND_MS
/**
 * Every stream has one in this time, in parts, so that none of them keeps the process from what else it has
 * to do.
 */
const BEAT_MS = 15 * SECOND_MS
const BEAT_PARTS = 15
/** A stream whose reader is this far behind is closed; the reader comes back and resumes where it was. */
const MAX_WAITING_CHUNKS = 256
const ALL = { part: 0, of: 1 }

const encoder = new TextEncoder()

/** One of `of` parts of the streams, by number from 0. */
export type Part = { part: number; of: number }

/** `too_many_of_owner`: its owner has its share */
export type TooMany = 'too_many' | 'too_many_of_owner'

/** What stays open for one reader: a stream of server-sent events, or another protocol that counts as one. */
export type OpenStream<Opening, Reason extends string> = Opening & {
  /** aborts when it ends; the reason says why */
  signal: AbortSignal
  /** `gone`: its reader left */
  end(reason: 'gone' | 'going_away' | 'too_slow' | Reason): void
  /** gives its reader a part of what server-sent events consist of; nothing while there is no body */
  send(chunk: Uint8Array): void
  /** tells its reader that the stream is alive; its protocol sets it */
  beat(): void
}

/** The streams of one process. */
export type OpenStreams<Opening, Reason extends string, Key extends string> = ReturnType<
  typeof createOpenStreams<Opening, Reason, Key>
>

type Options<Opening, Key extends string> = {
  /** by what they are looked up, so that no look-up goes over all of them */
  keys: Record<Key, (opening: Opening) => string>
  owner: NoInfer<Key>
  most: number
  mostOfOwner: number
  /** what the processes that are left can take */
  returnsPerSecond: number
  random: () => number
}

/** Counts the streams of one process, limits them, keeps them alive and ends them. */
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
    /** takes a place until it ends, if there is one */
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
    /** @returns those of this part, all unless it says otherwise; a stream stays in its part */
    beat({ part, of: parts }: Part = ALL): Stream[] {
      const streams = [...numbers].flatMap(([stream, number]) => (number % parts === part ? stream : []))
      for (const stream of streams) stream.beat()
      return streams
    },
    /**
     * After how many ms a reader may come back when its connection breaks off: the more are open, the wider
     * they are spread, because all of them come at once to what is left when a process ends.
     */
    retryMs: () => spreadMs(numbers.size),
    close(): void {
      const open = numbers.size
      for (const stream of [...numbers.keys()]) {
        // What they were told when they opened may be for far fewer.
        stream.send(encoder.encode(retryField(spreadMs(open))))
        stream.end('going_away')
      }
    },
  }
}

/** @returns what stops it */
export function keepBeating(beat: (part: Part) => unknown): () => void {
  let part = 0
  const timer = setInterval(() => {
    beat({ part, of: BEAT_PARTS })
    part = (part + 1) % BEAT_PARTS
  }, BEAT_MS / BEAT_PARTS)
  return () => clearInterval(timer)
}

/**
 * WHATWG HTML section 9.2.5: the time after which an EventSource comes back. Not a whole event, so it raises
 * none.
 */
export function retryField(ms: number): string {
  return `retry: ${ms}\n`
}

/**
 * The body of an answer with server-sent events. The stream ends when the reader leaves, and the body when
 * the stream ends.
 *
 * @param options.begin sends what it begins with
 * @param options.chunks are asked for when the reader took all before, one at a time
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
      // The stream may have ended while the answer was opened.
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
