import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { createRandom } from '../../prisma/seed/random.ts'
import { startEmbeddedPostgres } from '../../scripts/local/embedded-postgres.ts'
import { waitUntilReady } from '../../scripts/local/processes.ts'
import { addCoordinator, orderBulk } from '../load/order-bulk.ts'
import { registerInTurn } from '../load/register-in-turn.ts'
import { startInstallation } from '../load/start-installation.ts'
import { startNatsServer } from '../servers/nats-server.ts'
import { becomesQuiet } from './becomes-quiet.ts'
import { type Manners, startMisbehavingSink } from './misbehaving-sink.ts'
import { openPage } from './open-page.ts'
import { type Api, HERHAALSCHEMA, publishStatus, registerWithRetries, subscribe } from './publish.ts'
import { type Check, checkChanges, checkPages, checkReadModel, checkSequence, checkSink, report } from './verdict.ts'
import { killAtRandom, natsVictim, postgresVictim, scriptVictim } from './victims.ts'

// Kills (-9) workers, web processes, PostgreSQL and, with --bus nats, NATS at random while status changes
// flow to several sinks, some of which fail, and to the open pages of citizens. At the end nothing may be
// lost, applied twice or out of order, and every page has caught up. The same --seed makes the same random
// choices, but not at the same moments.

const { values: options } = parseArgs({
  options: {
    zaken: { type: 'string', default: '600' },
    workers: { type: 'string', default: '3' },
    /** the bus over which the portal's processes notify each other: notify or nats */
    bus: { type: 'string', default: 'notify' },
    /** fixed with `--short`, so that a failing test run is caused by a change of the code */
    seed: { type: 'string' },
    /** gives each process a clock of its own */
    clocks: { type: 'boolean', default: false },
    /** few zaken, for every test run */
    short: { type: 'boolean', default: false },
  },
})
const seed = options.seed ?? (options.short ? '7' : String(Date.now() % 1_000_000))
const aantalZaken = options.short ? 60 : Number(options.zaken)
const BETWEEN_KILLS_MS: [number, number] = [500, 1_500]
const AT_ONCE = 8
const BULK_ZAKEN = 500
const READY_WITHIN_MS = 60_000
const POLL_MS = 200
const PORTS = [3931, 3932]
/** Offsets by process: correct, near the maximum, too far off to take work, and near the maximum. */
const CLOCKS_MS = [0, 29_000, -40_000, -29_000]
const withClock = (index: number): Record<string, string> =>
  options.clocks
    ? {
        NODE_OPTIONS: `--import ${pathToFileURL('tools/chaos/stepping-clock.ts')}`,
        CHAOS_CLOCK_MS: String(CLOCKS_MS[index % CLOCKS_MS.length]),
      }
    : {}
const MANNERS: Manners[] = [
  { name: 'good', failing: 0, slowMs: 0 },
  { name: 'moody', failing: 0.3, slowMs: 0 },
  { name: 'slow', failing: 0, slowMs: 150 },
  { name: 'slow and moody', failing: 0.15, slowMs: 80 },
]

const random = createRandom(Number(seed))
console.log(`Chaos with seed ${seed}: ${aantalZaken} zaken, ${options.workers} workers, 2 web processes.`)
const dataDir = mkdtempSync(join(tmpdir(), 'zaakbode-chaos-'))
const clusterDir = join(dataDir, 'postgres')
const cluster = await startEmbeddedPostgres({ dataDir: clusterDir })
for (const name of ['zaaksysteem', 'publieksportaal']) await ensureDatabase(cluster.url('postgres'), name)
process.env.ZAAKSYSTEEM_DATABASE_URL = cluster.url('zaaksysteem')
process.env.PUBLIEKSPORTAAL_DATABASE_URL = cluster.url('publieksportaal')
const natsServer = options.bus === 'nats' ? await startNatsServer() : undefined
const installation = await startInstallation({
  port: PORTS[0] as number,
  own: (): Record<string, string> => (natsServer ? { PUBLIEKSPORTAAL_LIVE_BUS: `nats://${natsServer.host}` } : {}),
})
const { variables, logFile, zaaksysteem, portal } = installation
// OMG-UITG would need six weeks before its besluit, by law.
const zaaktype = await findZaaktype(zaaksysteem, 'OMG-REG')

const origins = PORTS.map((port) => `http://localhost:${port}`)
const webs = PORTS.map((port, index) =>
  scriptVictim(`web ${index + 1}`, {
    script: 'web.ts',
    variables: { ...variables, ...withClock(index), PORT: String(port) },
    logFile,
  }),
)
const workers = Array.from({ length: Number(options.workers) }, (_, index) =>
  scriptVictim(`worker ${index + 1}`, {
    script: 'worker.ts',
    variables: { ...variables, ...withClock(index) },
    logFile,
  }),
)
const postgres = postgresVictim(cluster, clusterDir)
const nats = natsServer ? [natsVictim(natsServer)] : []
for (const origin of origins) await waitUntilReady(origin)

const api: Api = { origins, token: installation.token }
await registerWithRetries(installation)
const sinks = await Promise.all(MANNERS.map((manners) => startMisbehavingSink(manners, random)))
for (const { url, name } of sinks) {
  await subscribe(api, {
    protocol: 'HTTP',
    sink: url,
    naam: name,
    sinkcredential: { credentialtype: 'JWT' },
    config: { herhaalschema: HERHAALSCHEMA },
  })
}

const published: string[] = []
const versies = new Map<string, number>()
const zakenOf = DEMO_BURGERS.map((): string[] => [])
for (let index = 0; index < aantalZaken; index += 1) {
  const zaak = { zaaktype: zaaktype.identificatie, omschrijving: `Aanbouw ${index}` }
  const id = await registerInTurn(zaaksysteem, index, zaak)
  versies.set(id, 1)
  zakenOf[index % DEMO_BURGERS.length]?.push(id)
}
const pages = await Promise.all(
  DEMO_BURGERS.map(async ({ id }, index) => ({
    page: await openPage(origins[index % origins.length] as string, id),
    zaakIds: zakenOf[index] as string[],
  })),
)

const steps = zaaktype.statustypen.slice(1)
const resultaat = zaaktype.resultaattypen[0]?.code as string
const waiting = [...versies.keys()]

/** Takes one zaak after another through all its statuses. */
async function takeZaken() {
  for (let zaakId = waiting.pop(); zaakId; zaakId = waiting.pop()) {
    for (const [index, { code, isEindstatus }] of steps.entries()) {
      const step = { zaakId, versie: index + 1, statustype: code, ...(isEindstatus && { resultaat }) }
      published.push(await publishStatus(api, step))
      versies.set(zaakId, index + 2)
    }
  }
}

const bulkopdracht = await orderChanges(zaaksysteem, options.short ? BULK_ZAKEN / 2 : BULK_ZAKEN)
const startMs = performance.now()
const peace = new AbortController()
const killing = killAtRandom({
  first: [workers[0], postgres, ...nats, webs[0]].flatMap((victim) => victim ?? []),
  victims: [...workers, ...workers, ...webs, postgres, ...nats],
  random,
  signal: peace.signal,
  betweenMs: BETWEEN_KILLS_MS,
})
await Promise.all(Array.from({ length: AT_ONCE }, takeZaken))
peace.abort()
await killing
const seconds = ((performance.now() - startMs) / 1000).toFixed(0)

const bulkCheck = await checkBulk(zaaksysteem, bulkopdracht)
const isQuiet = await becomesQuiet({ zaaksysteem, portal })
const checks: Check[] = [
  { name: 'all bezorgingen ended', broken: isQuiet ? [] : ['some still wait'] },
  {
    name: 'no process ended by itself',
    broken: [...webs, ...workers].flatMap((one) => (one.ownExits ? one.name : [])),
  },
  await checkSequence(zaaksysteem),
  await checkChanges(zaaksysteem, versies),
  bulkCheck,
  ...sinks.flatMap((sink) => checkSink(sink, published)),
  await checkReadModel(zaaksysteem, portal, [...versies.keys()]),
  await checkPages(pages, versies),
]

const killed = [...webs, ...workers, postgres, ...nats].map(({ name, kills }) => `${name} ${kills}×`).join(', ')
console.log(`${published.length} status changes in ${seconds} s. Killed: ${killed}.`)
const isGood = report(checks)

for (const { page } of pages) page.close()
for (const victim of [...webs, ...workers, ...nats]) await victim.stop()
for (const sink of sinks) sink.close()
await installation.stop({ keepLogs: !isGood })
await postgres.stop()
if (isGood) rmSync(dataDir, { recursive: true, force: true })
process.exit(isGood ? 0 : 1)

type Order = { opdrachtId: string; zaakIds: string[] }

/** Orders one act for many zaken, which the workers perform while they are killed. */
async function orderChanges(ctx: ZaaksysteemContext, aantal: number): Promise<Order> {
  const zaak = { zaaktype: 'APV-STAND', omschrijving: 'Standplaats' }
  const zaakIds: string[] = []
  for (let index = 0; index < aantal; index += 1) zaakIds.push(await registerInTurn(ctx, index, zaak))
  const invoer = { statustype: 'in_behandeling', toelichting: 'Wij zijn begonnen.' }
  const order = { behandelaarId: await addCoordinator(ctx), zaakIds, handeling: 'status', invoer } as const
  return { zaakIds, opdrachtId: await orderBulk(ctx, order) }
}

/** Checks that every zaak of the order was changed exactly once. */
async function checkBulk(ctx: ZaaksysteemContext, order: Order): Promise<Check> {
  const startMs = performance.now()
  const find = () =>
    ctx.db.bulkopdracht.findUniqueOrThrow({ where: { id: order.opdrachtId }, include: { regels: true } })
  let opdracht = await find()
  while (!opdracht.klaarOp && performance.now() < startMs + READY_WITHIN_MS) {
    await sleep(POLL_MS)
    opdracht = await find()
  }
  const zaken = await ctx.db.zaak.findMany({ where: { id: { in: order.zaakIds } }, select: { id: true, versie: true } })
  const undone = opdracht.regels.filter(({ uitkomst }) => uitkomst !== 'gedaan')
  const broken = [
    ...undone.map(({ zaakId, redenen }) => `${zaakId} is not done: ${redenen}`),
    ...zaken.flatMap(({ id, versie }) => (versie === 2 ? [] : `${id} has versie ${versie}`)),
  ]
  return { name: `a bulkopdracht did each of ${order.zaakIds.length} zaken once`, broken }
}
