import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '#lib/platform/logger.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { signWithJwt } from '#lib/proof/sign/jwt.ts'
import { senderOf } from '#lib/zaaksysteem/signing/signing-keys.ts'
import { installPackages } from '../../scripts/install-packages.mjs'
import { startEmbeddedPostgres } from '../../scripts/local/embedded-postgres.ts'
import { createFreshZaaksysteem } from '../../scripts/local/temporary-zaaksysteem.ts'
import { atRate, percentiles } from '../load/at-rate.ts'
import { measureClaimCost } from './delivery/claim-cost.ts'
import { startCountingSink } from './delivery/counting-sink.ts'
import { type Contestant, type Job, makeJobs } from './delivery/job.ts'
import { createPipe, type Sign } from './delivery/pipe.ts'
import { createZaakbode } from './delivery/zaakbode.ts'
import { isShort } from './short.ts'
import { verdict } from './verdict.ts'

// Compares bezorgingen per second and p95 of Zaakbode with a bare and a signed pipe and with two queues that
// do the same job, all against one sink in this process. Then measures the cost of claiming with a backlog of
// a million.

const AT_ONCE = 64
const BACKLOG = isShort ? 400 : 20_000
/** The first bezorgingen are not counted, because they also compile code and open connections. */
const WARM_UP = BACKLOG / 4
const ROUNDS = isShort ? 1 : 2
const PACED = { perSecond: 200, count: isShort ? 20 : 1_000 }
const AIMS = { ofSignedPipe: 0.5, ofBetterQueue: 2, claimCost: 1.5 }

const dataDir = mkdtempSync(join(tmpdir(), 'zaakbode-bench-'))
const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })

/** Logs to a file, because production logs every bezorging too. */
const log = createLogger('bench', createWriteStream(join(dataDir, 'bench.log')), 'info')

const freshZaaksysteem = (name: string) => createFreshZaaksysteem(postgres, name, { client: 'bench', log })

type Create = (sink: string, round: number) => Promise<Contestant>
type Measurement = { perSecond: number; p95: number }

/**
 * Measures how fast a backlog drains, and at a steady rate the time of an event from its commit to the sink.
 */
async function measure(create: Create, round: number, jobs: Job[]) {
  const sink = await startCountingSink()
  const contestant = await create(sink.url, round)
  const backlog = jobs.slice(PACED.count)
  await contestant.store(backlog)
  await contestant.start()
  await sink.received(WARM_UP)
  const startMs = performance.now()
  await sink.received(backlog.length)
  await contestant.recorded(backlog.length)
  const perSecond = (backlog.length - WARM_UP) / ((performance.now() - startMs) / 1000)

  const offered = new Map<string, number>()
  await atRate({
    ...PACED,
    task: async (index) => {
      const job = jobs[index] as Job
      await contestant.offer(job)
      offered.set(job.id, performance.now())
    },
  })
  await sink.received(jobs.length)
  const waits = [...offered].map(([id, at]) => Math.max(0, (sink.arrivals.get(id) as number) - at))
  await contestant.stop()
  sink.close()
  return { name: contestant.name, perSecond, p95: percentiles(waits).p95 }
}

const signing = await freshZaaksysteem('signing')
const signFor =
  (sink: string): Sign =>
  ({ id, body }) =>
    signWithJwt(senderOf(signing), { body, eventId: id, sink })

async function databaseFor(name: string, round: number): Promise<string> {
  await ensureDatabase(postgres.url('postgres'), `${name}_${round}`)
  return postgres.url(`${name}_${round}`)
}

/** Their packages are no dependencies of the product. */
async function queues(): Promise<Create[]> {
  installPackages('tools/bench/delivery/queues')
  const { createPgBoss } = await import('./delivery/queues/pg-boss.mjs')
  const { createGraphileWorker } = await import('./delivery/queues/graphile-worker.mjs')
  return [
    async (sink, round) =>
      createPgBoss({ databaseUrl: await databaseFor('boss', round), sink, atOnce: AT_ONCE, sign: signFor(sink) }),
    async (sink, round) =>
      createGraphileWorker({
        databaseUrl: await databaseFor('graphile', round),
        sink,
        atOnce: AT_ONCE,
        sign: signFor(sink),
      }),
  ]
}

const contestants: Create[] = [
  async (sink) => createPipe('bare pipe', { sink, atOnce: AT_ONCE }),
  async (sink) => createPipe('signed pipe', { sink, atOnce: AT_ONCE, sign: signFor(sink) }),
  async (sink, round) => createZaakbode({ ctx: await freshZaaksysteem(`zaakbode_${round}`), sink, atOnce: AT_ONCE }),
  ...(isShort ? [] : await queues()),
]

const results = new Map<string, Measurement>()
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const create of contestants) {
    const jobs = makeJobs(BACKLOG + PACED.count, signing.env.ZAAKSYSTEEM_SOURCE)
    const { name, ...measured } = await measure(create, round, jobs)
    const best = results.get(name)
    results.set(name, {
      perSecond: Math.max(best?.perSecond ?? 0, measured.perSecond),
      p95: Math.min(best?.p95 ?? Number.POSITIVE_INFINITY, measured.p95),
    })
  }
}

const of = (name: string) => results.get(name) as Measurement
const signed = of('signed pipe')
console.log(
  `\nThe best of ${ROUNDS} rounds: ${BACKLOG} events that wait, ${AT_ONCE} at once; p95 at ${PACED.perSecond}/s`,
)
console.log('                      deliveries/s   of the signed pipe   p95 ms to the sink')
for (const [name, { perSecond, p95 }] of results) {
  const ratio = perSecond / signed.perSecond
  console.log(
    `${name.padEnd(20)}${perSecond.toFixed(0).padStart(14)}${ratio.toFixed(2).padStart(21)}${p95.toFixed(1).padStart(21)}`,
  )
}

const ofSigned = of('Zaakbode').perSecond / signed.perSecond
const ofQueues =
  of('Zaakbode').perSecond /
  Math.max(...['pg-boss', 'graphile-worker'].map((name) => results.get(name)?.perSecond ?? 0))
console.log(
  `Zaakbode is ${ofSigned.toFixed(2)} times the signed pipe (aim: ≥ ${AIMS.ofSignedPipe}): ${verdict(ofSigned >= AIMS.ofSignedPipe)}`,
)
console.log(
  `and ${ofQueues.toFixed(2)} times the better queue (aim: ≥ ${AIMS.ofBetterQueue}): ${verdict(ofQueues >= AIMS.ofBetterQueue)}`,
)

const cost = await measureClaimCost(await freshZaaksysteem('claim_cost'))
console.log(
  `Claiming takes ${cost.small.toFixed(2)} ms with ${cost.smallBacklog} waiting and ${cost.large.toFixed(2)} ms with ${cost.largeBacklog}:`,
)
const ratio = cost.large / cost.small
console.log(`${ratio.toFixed(2)} times (aim: ≤ ${AIMS.claimCost}): ${verdict(ratio <= AIMS.claimCost)}`)

await postgres.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exit(0)
