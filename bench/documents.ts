import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bestandStore, type OpgeslagenBestand, openBestand } from '#lib/zaaksysteem/bestand/bestand-store.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { startTemporaryZaaksysteem } from '../scripts/local/temporary-zaaksysteem.ts'
import type { Answer, Order } from './documents/client.ts'
import { isShort } from './short.ts'

// Streams documents in and out of this process, several at once: as a zaaksysteem takes and gives them, and as bare node:http with a
// file. How fast that is of bare node:http, and whether large ones take more memory than small ones.

const MIB = 1024 ** 2
const SIZES = isShort ? [1, 4] : [5, 50, 200]
/** So much goes through of each size. */
const TOTAL_MIB = isShort ? 8 : 400
const AT_ONCE = 4
const ROUNDS = isShort ? 1 : 2
/** Of the fastest way that there is: the bytes are hashed and encrypted on one processor. */
const AIM_RATIO = 0.25
/** That each of what is under way may hold, whatever its size. */
const AIM_MIB_EACH = 40
const SAMPLE_MS = 20

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
  'GET /bare': (request, response) => pipeline(createReadStream(decodeURI(request.url?.split('?')[1] ?? '')), response),
  async 'POST /bestand'(request, response) {
    const outcome = await storeBestand(ctx, { zaakId, naam: 'tekening', bytes: request })
    if (!outcome.ok) throw new Error(outcome.reason)
    response.end(`/bestand?${outcome.bestand.id}`)
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
await once(server.listen(0, '127.0.0.1'), 'listening')
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const client = fork('bench/documents/client.ts')

async function order(given: Omit<Order, 'url' | 'atOnce'>): Promise<Answer & { peakMib: number }> {
  let peak = 0
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, SAMPLE_MS)
  client.send({ ...given, url, atOnce: AT_ONCE } satisfies Order)
  const [answer] = (await once(client, 'message')) as [Answer]
  clearInterval(sample)
  return { ...answer, peakMib: peak / MIB }
}

async function measure(way: '/bare' | '/bestand', mib: number) {
  const count = Math.ceil(TOTAL_MIB / mib)
  const bytes = mib * MIB
  const sent = await order({ method: 'POST', bytes, paths: Array.from({ length: count }, () => way) })
  const fetched = await order({ method: 'GET', bytes, paths: sent.bodies })
  if (way === '/bare') await Promise.all(sent.bodies.map((body) => rm(body.split('?')[1] as string)))
  for (const { id } of await ctx.db.bestand.findMany()) await bestandStore(ctx).remove(id)
  await ctx.db.bestand.deleteMany()
  const perSecond = (ms: number) => (count * mib * 1000) / ms
  return {
    in: perSecond(sent.ms),
    out: perSecond(fetched.ms),
    peakMib: Math.max(sent.peakMib, fetched.peakMib),
  }
}

await measure('/bare', SIZES[0] as number)
await measure('/bestand', SIZES[0] as number)
console.log(`${AT_ONCE} at once, ${TOTAL_MIB} MiB of each size; the best of ${ROUNDS} rounds, MiB/s`)
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
  results.push({ ratio: Math.min(inBestand / inBare, outBestand / outBare), peakMib })
  const cells = [
    inBare.toFixed(0).padStart(9),
    inBestand.toFixed(0).padStart(12),
    (inBestand / inBare).toFixed(2).padStart(7),
  ]
  const more = [
    outBare.toFixed(0).padStart(10),
    outBestand.toFixed(0).padStart(13),
    (outBestand / outBare).toFixed(2).padStart(7),
  ]
  console.log(`${String(mib).padStart(4)} MB ${[...cells, ...more].join(' ')} ${peakMib.toFixed(0).padStart(10)} MiB`)
}
const verdict = (isMet: boolean) => (isMet ? 'met' : 'not met')
const ratio = Math.min(...results.map((result) => result.ratio))
const growth = (results.at(-1)?.peakMib ?? 0) - (results[0]?.peakMib ?? 0)
console.log(`At least ${ratio.toFixed(2)} of bare node:http (aim: ≥ ${AIM_RATIO}): ${verdict(ratio >= AIM_RATIO)}`)
console.log(
  `The largest take ${growth.toFixed(0)} MiB more memory than the smallest (aim: ≤ ${AT_ONCE * AIM_MIB_EACH}): ${verdict(growth <= AT_ONCE * AIM_MIB_EACH)}`,
)

client.kill()
server.close()
await zaaksysteem.close()
await rm(folder, { recursive: true, force: true })
process.exit(0)
