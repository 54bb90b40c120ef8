import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

// Sends documents to the bench, or fetches them, and says how long all of it took. A process of its own, so that its memory is not that
// of the bench.

export type Order = { method: 'POST' | 'GET'; url: string; bytes: number; paths: string[]; atOnce: number }
export type Answer = { ms: number; bodies: string[] }

const MIB = 1024 ** 2
const block = Buffer.alloc(MIB, 7)
const first = Buffer.concat([Buffer.from('%PDF-1.7\n'), block]).subarray(0, MIB)

function* body(bytes: number) {
  yield first
  for (let sent = MIB; sent < bytes; sent += MIB) yield block
}

async function perform({ method, url, bytes }: Order, path: string): Promise<string> {
  const asked = request(new URL(path, url), { method })
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

process.on('message', async (order: Order) => {
  const startMs = performance.now()
  const left = [...order.paths]
  const bodies: string[] = []
  async function lane() {
    for (let path = left.shift(); path; path = left.shift()) bodies.push(await perform(order, path))
  }
  await Promise.all(Array.from({ length: order.atOnce }, lane))
  process.send?.({ ms: performance.now() - startMs, bodies } satisfies Answer)
})
