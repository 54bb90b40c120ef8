import { ReadableStream as NodeStream } from 'node:stream/web'

/**
 * Streams bytes as the body of a response or request. A reader that leaves early ends `bytes`; with
 * `Readable.toWeb` the same throws an uncaught error (nodejs/node#64529).
 */
export const streamOf = (bytes: AsyncIterable<Uint8Array>) => NodeStream.from(bytes) as ReadableStream<Uint8Array>
