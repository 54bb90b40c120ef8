import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { listen } from '#lib/platform/test-listen.ts'
import { bestandStore, type OpgeslagenBestand, openBestand } from '#lib/zaaksysteem/bestand/bestand-store.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { startTemporaryZaaksysteem } from '../../scripts/local/temporary-zaaksysteem.ts'
import type { Answer, Order } from './documents/client.ts'
import { isShort } from './short.ts'
import { verdict } from './verdict.ts'

// Streams documents in and out of this process, several at once: as a zaaksysteem does, and as bare node:http
// with a file. Measures the speed relative to bare node:http, and whether large documents take more memory
// than small ones. With `--documents 10000` it streams so many, in realistic sizes, each removed after it was
// fetched, and measures whether the last take more memory than the first.

const MIB = 1024 ** 2
/** For smaller documents rows and fsync are most of the work. */
const SIZES = isShort ? [5, 20] : [5, 50, 200]
/** The total for each size. */
const TOTAL_MIB = isShort ? 40 : 400
const AT_ONCE = 4
const ROUNDS = isShort ? 1 : 2
/**
 * The share of the fastest possible way, by processor time, which a busy machine changes less. The bytes are
 * hashed and encrypted on one processor.
 */
const AIM_RATIO = 0.25
/** Memory per document under way, whatever its size. */
const AIM_MIB_EACH = 40
const SAMPLE_MS = 20
const PARTS = 10
const { values } = parseArgs({ options: { documents: { type: 'string' }, short: { type: 'boolean' } } })

const zaaksysteem = await startTemporaryZaaksysteem('bench')
const { ctx } = zaaksysteem
const folder = await mkdtemp(join(tmpdir(), 'zaakbode-bench-'))
const { id: zaakId } = await registerTestZaak(ctx)

const ways: Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<unknown>> = {
  async 'POST /bare'(request, response) {
    const path = join(folder, randomUUID())
    const file = await open(path, 'wx')
    await file.writeFile(request)
    await file.sync()
    await file.close()
    response.end(`/bare?${path}`)
  },
  async 'DELETE /bare'(request, response) {
    await rm(decodeURI(request.url?.split('?')[1] ?? ''))
    response.end()
  },
  'GET /bare': (request, response) => pipeline(createReadStream(decodeURI(request.url?.split('?')[1] ?? '')), response),
  async 'POST /bestand'(request, response) {
    // With equal names they would be stored once.
    const outcome = await storeBestand(ctx, { zaakId, naam: '', bytes: request })
    if (!outcome.ok) throw new Error(outcome.reason)
    response.end(`/bestand?${outcome.bestand.id}`)
  },
  async 'DELETE /bestand'(request, response) {
    const id = request.url?.split('?')[1] as string
    await bestandStore(ctx).remove(id)
    await ctx.db.bestand.delete({ where: { id } })
    response.end()
  },
  async 'GET /bestand'(request, response) {
    const id = request.url?.split('?')[1] as string
    const bestand = await ctx.db.bestand.findUniqueOrThrow({ where: { id } })
    await pipeline(Readable.from(openBestand(ctx, bestand as OpgeslagenBestand)), response)
  },
}
const server = createServer((request, response) => {
  const way = ways[`${request.method} ${request.url?.split('?')[0]}`]
  way?.(request, response).catch((error) => response.destroy(error))
})
const url = `http://127.0.0.1:${await listen(server)}`
const client = fork('tools/bench/documents/client.ts').once('exit', (code) => code && process.exit(code))

async function order(given: Omit<Order, 'url' | 'atOnce'>): Promise<Answer & { cpuMs: number; peakMib: number }> {
  let peak = 0
  const before = process.cpuUsage()
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, SAMPLE_MS)
  client.send({ ...given, url, atOnce: AT_ONCE } satisfies Order)
  const [answer] = (await once(client, 'message')) as [Answer]
  clearInterval(sample)
  const { user, system } = process.cpuUsage(before)
  return { ...answer, cpuMs: (user + system) / 1_000, peakMib: peak / MIB }
}

async function measure(way: '/bare' | '/bestand', mib: number) {
  const count = Math.ceil(TOTAL_MIB / mib)
  const bytes = mib * MIB
  const each = (paths: string[]) => paths.map((path) => ({ path, bytes }))
  const sent = await order({ methods: ['POST'], documents: each(Array.from({ length: count }, () => way)) })
  const fetched = await order({ methods: ['GET'], documents: each(sent.bodies) })
  await order({ methods: ['DELETE'], documents: each(sent.bodies) })
  const perSecond = (ms: number) => (count * mib * 1000) / ms
  return {
    in: perSecond(sent.ms),
    out: perSecond(fetched.ms),
    cpuIn: perSecond(sent.cpuMs),
    cpuOut: perSecond(fetched.cpuMs),
    peakMib: Math.max(sent.peakMib, fetched.peakMib),
  }
}

async function measureSizes() {
  await measure('/bare', SIZES[0] as number)
  await measure('/bestand', SIZES[0] as number)
  console.log(
    `${AT_ONCE} at once, ${TOTAL_MIB} MiB of each size; the best of ${ROUNDS} rounds, MiB/s; ratio by processor time`,
  )
  console.log('   size   in bare   in bestand   ratio   out bare   out bestand   ratio   peak memory')
  const results: { ratio: number; peakMib: number }[] = []
  for (const mib of SIZES) {
    const rounds: Record<'bare' | 'bestand', Awaited<ReturnType<typeof measure>>>[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ bare: await measure('/bare', mib), bestand: await measure('/bestand', mib) })
    }
    const best = (of: (round: (typeof rounds)[number]) => number) => Math.max(...rounds.map(of))
    const [inBare, inBestand] = [best(({ bare }) => bare.in), best(({ bestand }) => bestand.in)]
    const [outBare, outBestand] = [best(({ bare }) => bare.out), best(({ bestand }) => bestand.out)]
    const peakMib = best(({ bestand }) => bestand.peakMib)
    const ratioIn = best(({ bestand }) => bestand.cpuIn) / best(({ bare }) => bare.cpuIn)
    const ratioOut = best(({ bestand }) => bestand.cpuOut) / best(({ bare }) => bare.cpuOut)
    results.push({ ratio: Math.min(ratioIn, ratioOut), peakMib })
    const cells = [inBare.toFixed(0).padStart(9), inBestand.toFixed(0).padStart(12), ratioIn.toFixed(2).padStart(7)]
    const more = [outBare.toFixed(0).padStart(10), outBestand.toFixed(0).padStart(13), ratioOut.toFixed(2).padStart(7)]
    console.log(`${String(mib).padStart(4)} MB ${[...cells, ...more].join(' ')} ${peakMib.toFixed(0).padStart(10)} MiB`)
  }
  const ratio = Math.min(...results.map((result) => result.ratio))
  const growth = (results.at(-1)?.peakMib ?? 0) - (results[0]?.peakMib ?? 0)
  console.log(`At least ${ratio.toFixed(2)} of bare node:http (aim: ≥ ${AIM_RATIO}): ${verdict(ratio >= AIM_RATIO)}`)
  console.log(
    `The largest take ${growth.toFixed(0)} MiB more memory than the smallest (aim: ≤ ${AT_ONCE * AIM_MIB_EACH}): ${verdict(growth <= AT_ONCE * AIM_MIB_EACH)}`,
  )
}

/** Most are letters, one in two hundred is a drawing, one in two thousand has the maximum size. */
function bytesOf(index: number): number {
  if (index % 2_000 === 1_000) return 200 * MIB
  return index % 200 === 100 ? 20 * MIB : 20_000 * 2 ** (index % 6)
}

/** Runs in parts, and prints the peak memory of each. */
async function measureMany(total: number) {
  const documents = (path: string) => Array.from({ length: total }, (_, index) => ({ path, bytes: bytesOf(index) }))
  const sum = documents('').reduce((all, { bytes }) => all + bytes, 0) / MIB
  console.log(`${total} documents of together ${sum.toFixed(0)} MiB, ${AT_ONCE} at once: sent, fetched and removed`)
  const part = Math.ceil(total / PARTS)
  const run = (way: string, from: number) =>
    order({ methods: ['POST', 'GET', 'DELETE'], documents: documents(way).slice(from, from + part) })
  const bare = await run('/bare', 0)
  const parts: Awaited<ReturnType<typeof run>>[] = []
  for (let from = 0; from < total; from += part) parts.push(await run('/bestand', from))
  const seconds = parts.reduce((all, { ms }) => all + ms, 0) / 1_000
  const ratio = bare.cpuMs / (parts[0]?.cpuMs ?? 0)
  console.log(`${seconds.toFixed(0)} s; the first part ${ratio.toFixed(2)} of bare node:http, by processor time`)
  const peaks = parts.map(({ peakMib }) => peakMib)
  console.log(`Most memory of each part, MiB: ${peaks.map((peak) => peak.toFixed(0)).join(' ')}`)
  const most = (from: number, to: number) => Math.max(...peaks.slice(from * peaks.length, to * peaks.length))
  const growth = most(0.5, 1) - most(0, 0.5)
  console.log(
    `The second half takes ${growth.toFixed(0)} MiB more than the first (aim: ≤ ${AIM_MIB_EACH}): ${verdict(growth <= AIM_MIB_EACH)}`,
  )
}

await (values.documents ? measureMany(Number(values.documents)) : measureSizes())

client.kill()
server.close()
await zaaksysteem.close()
await rm(folder, { recursive: true, force: true })
process.exit(0)
