import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

// Sends documents to the bench, or fetches them, and prints the total time. A process of its own, so that its
// memory does not count as that of the bench.

type Method = 'POST' | 'GET' | 'DELETE'
/** The methods for each document, in turn: the response to a POST is the path of the next request. */
export type Order = { url: string; methods: Method[]; documents: { path: string; bytes: number }[]; atOnce: number }
export type Answer = { ms: number; bodies: string[] }

const MIB = 1024 ** 2
const block = Buffer.alloc(MIB, 7)
const first = Buffer.concat([Buffer.from('%PDF-1.7\n'), block])

function* body(bytes: number) {
  for (let sent = 0; sent < bytes; sent += MIB)
    yield (sent === 0 ? first : block).subarray(0, Math.min(MIB, bytes - sent))
}

async function perform(method: Method, url: URL, bytes: number): Promise<string> {
  const asked = request(url, { method })
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>
  await pipeline(Readable.from(method === 'POST' ? body(bytes) : []), asked)
  const [answer] = await answered
  let read = 0
  let text = ''
  for await (const part of answer) {
    read += part.length
    if (method === 'POST') text += part
  }
  if (answer.statusCode !== 200 || (method === 'GET' && read !== bytes))
    throw new Error(`${answer.statusCode}: ${read}`)
  return text
}

process.on('message', async ({ url, methods, documents, atOnce }: Order) => {
  const startMs = performance.now()
  const left = [...documents]
  const bodies: string[] = []
  async function lane() {
    for (let document = left.shift(); document; document = left.shift()) {
      let { path } = document
      for (const method of methods) path = (await perform(method, new URL(path, url), document.bytes)) || path
      bodies.push(path)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  process.send?.({ ms: performance.now() - startMs, bodies } satisfies Answer)
})
