import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'
import { zaakChanged } from '#lib/contract/handeling-requests.ts'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { findNatsServer, startNatsServer } from '#lib/platform/nats/test-nats-server.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { registerSoundZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { becomesQuiet } from '../chaos/becomes-quiet.ts'
import { buildWhenStale } from '../scripts/local/build.ts'
import { startLocalEnvironment } from '../scripts/local/local-environment.ts'
import { registerPortal } from '../scripts/local/register-portal.ts'
import { atRate, percentiles } from './at-rate.ts'
import { cpuMs, postmasterPid } from './intake/cpu.ts'
import { LiveArrivals } from './live/live-arrivals.ts'
import { signInBurger } from './live/sign-in.ts'
import { type Accepted, acceptWithListeners, type Change } from './processes/accept-with-listeners.ts'
import { type Formation, startFormation } from './processes/formation.ts'
import { testBsn } from './receiver/test-bsn.ts'

// Measures 1, 2 and 4 web processes and workers on one PostgreSQL, with NOTIFY and with NATS: changes a second from the
// API to the portal's read model, processor time of each change, and the time from the API's answer until an open page
// has the change. All processes share the cores of one machine, so that more of them show what they cost each other,
// and not what further hosts would bring. Then what NOTIFY costs the portal's statement itself, by how many listen.

const SIZES = [1, 2, 4]
const ROUNDS = 2
const AT_ONCE = 50
const COUNT = 600
const PER_SECOND = 50
const SECONDS = 6
const WARM_UP = 200
const LISTENERS = [1, 10, 100]
const ACCEPTED = 600
const BURGERS = 1_000
const REGISTERED_AT_ONCE = 8
const POLL_MS = 20
const PORT = 3951

const dataDir = mkdtempSync(join(tmpdir(), 'zaakbode-bench-'))
const logFile = join(dataDir, 'processes.log')
if (!(await buildWhenStale())) process.exit(1)

const nats = findNatsServer() ? await startNatsServer() : undefined
if (!nats) console.log('There is no nats-server on this machine; NATS_SERVER can say where one is. NOTIFY alone:')
const FORMS: Record<string, Record<string, string>> = {
  NOTIFY: {},
  ...(nats && { NATS: { PUBLIEKSPORTAAL_LIVE_BUS: `nats://${nats.host}` } }),
}

const local = await startLocalEnvironment({ dataDir, port: PORT, settings: ['max_connections=400'] })
const variables = {
  ...local.variables,
  ZAAKSYSTEEM_API_TOKENS: `${local.variables.ZAAKSYSTEEM_API_TOKENS}+zaken.statussen.toevoegen`,
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
}
const zaaksysteem = createZaaksysteemContext(readZaaksysteemEnv(variables))
const zaaktype = await findZaaktype(zaaksysteem, 'OMG-UITG')
const portal = createPublieksportaalContext(readPublieksportaalEnv(variables))
const postgres = await postmasterPid(zaaksysteem.pool)

async function registerZaken(count: number, bsnOf: (index: number) => string): Promise<string[]> {
  const indices = Array.from({ length: count }, (_, index) => index).values()
  const zaken: string[] = []
  async function registerOneAfterAnother() {
    for (const index of indices) {
      const aanvrager = { naam: 'Burger', bsn: bsnOf(index) }
      const zaak = { zaaktype: zaaktype.identificatie, omschrijving: 'Aanbouw', aanvrager }
      zaken.push((await registerSoundZaak(zaaksysteem, { ...zaak, traceparent: traceparentOf(null) })).id)
    }
  }
  await Promise.all(Array.from({ length: REGISTERED_AT_ONCE }, registerOneAfterAnother))
  return zaken
}

/** Every zaak takes its first step before any takes its second, so that a few zaken make many changes. */
async function registerChanges(count: number, bsnOf: (index: number) => string): Promise<Change[]> {
  const steps = zaaktype.statustypen.slice(1).flatMap(({ code, isEindstatus }, index) => {
    const from = zaaktype.statustypen[index]?.code as string
    return isEindstatus ? [] : { versie: index + 1, from, to: code }
  })
  const zaken = await registerZaken(Math.ceil(count / steps.length), bsnOf)
  return steps.flatMap((step) => zaken.map((zaakId) => ({ zaakId, ...step })))
}

const runs = ROUNDS * SIZES.length * Object.keys(FORMS).length
const many = await registerChanges(runs * (WARM_UP + COUNT) + ROUNDS * LISTENERS.length * 2 * ACCEPTED, (index) =>
  testBsn(index % BURGERS),
)
const watched = await registerChanges(
  runs * SECONDS * PER_SECOND,
  (index) => (DEMO_BURGERS[index % DEMO_BURGERS.length] as (typeof DEMO_BURGERS)[number]).bsn,
)

const api = new Pool(local.origin, { connections: AT_ONCE })

/** Resolves when the API has answered. */
async function make({ zaakId, versie, to }: Change): Promise<number> {
  const { statusCode, body } = await api.request({
    method: 'POST',
    path: `/api/zaaksysteem/v1/zaken/${zaakId}/statussen`,
    headers: {
      Authorization: `Bearer ${local.apiToken}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ versie, statustype: to }),
  })
  if (statusCode !== 201) throw new Error(`The API answered ${statusCode}: ${await body.text()}`)
  return zaakChanged.parse(await body.json()).versie
}

const APPLIED = `
  select count(*)::int as applied from unnest($1::uuid[], $2::int[]) as change (id, versie)
  join zaak using (id) where zaak.versie > change.versie`

/** Fifty at once; resolves with how many a second reached the read model. */
async function makeTogether(changes: Change[]): Promise<number> {
  const startMs = performance.now()
  const waiting = changes.values()
  async function makeOneAfterAnother() {
    for (const change of waiting) await make(change)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, makeOneAfterAnother))
  const wanted = [changes.map(({ zaakId }) => zaakId), changes.map(({ versie }) => versie)]
  while ((await portal.pool.query(APPLIED, wanted)).rows[0].applied < changes.length) await sleep(POLL_MS)
  return changes.length / ((performance.now() - startMs) / 1000)
}

type Parts = Record<'web' | 'worker' | 'PostgreSQL' | 'NATS', number>

function usedBy({ webPids, workerPids }: Formation): Parts {
  const sum = (pids: number[]) => pids.reduce((total, pid) => total + cpuMs(pid), 0)
  return { web: sum(webPids), worker: sum(workerPids), PostgreSQL: cpuMs(postgres), NATS: nats ? cpuMs(nats.pid) : 0 }
}

async function measure(formation: Formation) {
  const arrivals = new LiveArrivals()
  for (const { id } of DEMO_BURGERS) await arrivals.open(local.origin, await signInBurger(local.origin, id))
  await makeTogether(many.splice(0, WARM_UP))
  await becomesQuiet({ zaaksysteem, portal })

  const before = usedBy(formation)
  const perSecond = await makeTogether(many.splice(0, COUNT))
  await becomesQuiet({ zaaksysteem, portal })
  const after = usedBy(formation)

  const changes = watched.splice(0, SECONDS * PER_SECOND)
  const liveMs = await atRate({
    perSecond: PER_SECOND,
    count: changes.length,
    async task(index) {
      const change = changes[index] as Change
      const versie = await make(change)
      const answered = performance.now()
      return Math.max(0, (await arrivals.of(change.zaakId, versie)) - answered)
    },
  })
  arrivals.close()
  const cpu = Object.keys(after).map((part) => (after[part as keyof Parts] - before[part as keyof Parts]) / COUNT)
  return { perSecond, cpu, pageMs: percentiles(liveMs).p95 }
}

type Result = Awaited<ReturnType<typeof measure>>
const results = new Map<string, Result[]>()
let isRegistered = false
for (let round = 0; round < ROUNDS; round += 1) {
  for (const size of SIZES) {
    for (const [form, bus] of Object.entries(FORMS)) {
      const formation = await startFormation({ size, port: PORT, variables: { ...variables, ...bus }, logFile })
      if (!isRegistered) await registerPortal(local)
      isRegistered = true
      const name = `${size} of each, ${form}`
      results.set(name, [...(results.get(name) ?? []), await measure(formation)])
      await formation.stop()
    }
  }
}

console.log(`\n${AT_ONCE} at once; page at ${PER_SECOND} a second; the best of ${ROUNDS} rounds, all on the same cores`)
console.log(`${''.padEnd(20)} changes/s   page p95, ms   CPU ms of each change: web, worker, PostgreSQL, NATS`)
for (const [name, rounds] of results) {
  const best = rounds.reduce((one, other) => (other.perSecond > one.perSecond ? other : one))
  const pageMs = Math.min(...rounds.map((round) => round.pageMs))
  const cells = [best.perSecond.toFixed(0).padStart(10), pageMs.toFixed(1).padStart(15)]
  console.log(
    name.padEnd(20) + cells.join('') + '     '.padEnd(20) + best.cpu.map((ms) => ms.toFixed(2).padStart(9)).join(''),
  )
}

console.log('\nevents accepted a second by four receivers, and PostgreSQL ms of each, by how many processes listen')
// Never connected: what a bus costs beside the statement is above.
const withBus = { ...variables, PUBLIEKSPORTAAL_LIVE_BUS: 'nats://localhost:1' }
const envs = { NOTIFY: portal.env, 'a bus': readPublieksportaalEnv(withBus) }
for (const listeners of LISTENERS) {
  const best = new Map<string, Accepted>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [form, env] of Object.entries(envs)) {
      const accepted = await acceptWithListeners(env, { changes: many.splice(0, ACCEPTED), listeners })
      if (accepted.perSecond > (best.get(form)?.perSecond ?? 0)) best.set(form, accepted)
    }
  }
  const cells = [...best].map(
    ([form, { perSecond, postgresCpuMs }]) => `${form} ${perSecond.toFixed(0)} (${postgresCpuMs.toFixed(2)} ms)`,
  )
  console.log(`${String(listeners).padStart(4)} listen: ${cells.join(', ')}`)
}

await api.close()
for (const system of [zaaksysteem, portal]) await system.close()
await nats?.kill()
await local.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exit(0)
