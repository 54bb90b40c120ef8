import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { waitUntilReady } from '../../scripts/local/processes.ts'
import { registerPortal } from '../../scripts/local/register-portal.ts'
import { atRate, type Percentiles, percentiles } from '../load/at-rate.ts'
import { cpuMs, postmasterPid } from '../load/cpu.ts'
import { LiveArrivals } from '../load/live-arrivals.ts'
import { makeChange } from '../load/make-change.ts'
import { registerInTurn } from '../load/register-in-turn.ts'
import { signIn } from '../load/sign-in.ts'
import { startInstallation } from '../load/start-installation.ts'
import { startFloor } from './live/floor.ts'
import { isShort } from './short.ts'
import { verdict } from './verdict.ts'

// Measures the time from the commit at the desk until the portal has received the event and until the
// citizen's open page has it, without and with a note, which the portal fetches. Compares with the minimum of
// any sender: two commits and one POST, on the same machine, at the same rate, in the same run.

const RATES = isShort ? [50] : [50, 200]
const [SECONDS, ROUNDS, WARM_UP] = isShort ? [1, 1, 20] : [10, 2, 1000]
const TOELICHTINGEN = [undefined, 'Wij bekijken uw aanvraag.']
/** The ratio is for the first rate. At the second the floor has its two cores almost to itself. */
const AIM_RATIO = 2.5
const AIM_MS = 60
const REGISTERED_AT_ONCE = 8
const PORT = 3921

const installation = await startInstallation({ port: PORT })
const { origin, zaaksysteem, portal } = installation
const zaaktype = await findZaaktype(zaaksysteem, 'APV-STAND')
const next = zaaktype.statustypen[1]?.code as string

const web = installation.start('web.ts')
const worker = installation.start('worker.ts')
await waitUntilReady(origin, web)
const floor = await startFloor(zaaksysteem.env.ZAAKSYSTEEM_DATABASE_URL)

const { id: behandelaarId } = await zaaksysteem.db.behandelaar.findFirstOrThrow({
  where: { rollen: { has: 'behandelaar' } },
})
const zaken: string[] = []
const measured = ROUNDS * SECONDS * TOELICHTINGEN.length * RATES.reduce((sum, rate) => sum + rate, 0)
const toRegister = Array.from({ length: WARM_UP + measured }).keys()
async function registerZaken() {
  for (const index of toRegister) {
    const zaak = { zaaktype: zaaktype.identificatie, omschrijving: `Standplaats ${index}` }
    zaken.push(await registerInTurn(zaaksysteem, index, zaak))
  }
}
await Promise.all(Array.from({ length: REGISTERED_AT_ONCE }, registerZaken))
await registerPortal(installation)
const arrivals = new LiveArrivals()
for (const { id } of DEMO_BURGERS)
  await arrivals.open(origin, await signIn(origin, { system: 'publieksportaal', persoon: id }))

async function change(zaakId: string, toelichting: string | undefined) {
  const act = { zaakId, versie: 1, statustype: next, gezetDoor: { behandelaarId }, toelichting }
  const { liveMs, ...made } = await makeChange(zaaksysteem, arrivals, act)
  return { ...made, liveMs: await liveMs }
}

/** Returns milliseconds from commit until the worker had the portal's 204, by the recorded attempt. */
async function receivedAfter(measured: { gebeurtenisId: string; committedAt: number }[]) {
  const { rows } = await zaaksysteem.pool.query<{ gebeurtenis_id: string; at: Date }>(
    `select gebeurtenis_id, begonnen_op + duur_ms * interval '1 ms' as at
     from bezorging join bezorgpoging on bezorgpoging.bezorging_id = bezorging.id
     where status = 'bezorgd' and gebeurtenis_id = any($1::uuid[])`,
    [measured.map(({ gebeurtenisId }) => gebeurtenisId)],
  )
  const at = new Map(rows.map((row) => [row.gebeurtenis_id, row.at.getTime()]))
  return measured.map(({ gebeurtenisId, committedAt }) => (at.get(gebeurtenisId) ?? Number.NaN) - committedAt)
}

const line = (name: string, { p50, p95, p99 }: Percentiles) =>
  console.log(`${name.padEnd(38)} ${[p50, p95, p99].map((ms) => ms.toFixed(1).padStart(8)).join('')}`)

const body = 'x'.repeat(700)
let offset = 0

/** Changes the next `count` zaken, so that no zaak is changed twice. */
function changes({ perSecond, count, toelichting }: { perSecond: number; count: number; toelichting?: string }) {
  const first = offset
  offset += count
  return atRate({ perSecond, count, task: (index) => change(zaken[first + index] as string, toelichting) })
}

const pids = [web.process.pid as number, worker.process.pid as number, await postmasterPid(zaaksysteem.pool)]
const cpu = () => pids.map(cpuMs)

/** Waits until the portal has fetched the notes, and the worker has recorded its attempts. */
async function untilSettled() {
  const waiting = { where: { status: 'wachtend' as const } }
  while ((await portal.db.ophaalopdracht.count()) + (await zaaksysteem.db.bezorging.count(waiting))) await sleep(50)
}

async function measureRate({ perSecond, toelichting }: { perSecond: number; toelichting: string | undefined }) {
  const floorMs: number[] = []
  const receivedMs: number[] = []
  const liveMs: number[] = []
  const cpuOfEach = [0, 0, 0]
  for (let round = 0; round < ROUNDS; round += 1) {
    const count = perSecond * SECONDS
    const bare = await atRate({ perSecond, count, task: () => floor.once(body) })
    floorMs.push(...bare.map(({ totalMs }) => totalMs))
    const before = cpu()
    const ended = await changes({ perSecond, count, ...(toelichting && { toelichting }) })
    await untilSettled()
    for (const [index, used] of cpu().entries()) {
      cpuOfEach[index] = (cpuOfEach[index] ?? 0) + (used - (before[index] ?? 0)) / (count * ROUNDS)
    }
    receivedMs.push(...(await receivedAfter(ended)))
    liveMs.push(...ended.map((one) => one.liveMs))
  }
  const [bare, received, live] = [floorMs, receivedMs, liveMs].map(percentiles) as [
    Percentiles,
    Percentiles,
    Percentiles,
  ]
  console.log(
    `\n${perSecond} status changes a second ${toelichting ? 'with' : 'without'} a note, ${floorMs.length} of each`,
  )
  console.log(`${'ms'.padEnd(38)}      p50     p95     p99`)
  line('floor: two commits and one POST', bare)
  line('commit to received (204)', received)
  line('commit to the live stream', live)
  console.log(`CPU ms of each change: web, worker, PostgreSQL ${cpuOfEach.map((ms) => ms.toFixed(2)).join('  ')}`)
  const ratio = live.p95 / bare.p95
  const isMet = (perSecond !== RATES[0] || ratio <= AIM_RATIO) && live.p95 < AIM_MS
  console.log(
    `p95 of the live stream is ${ratio.toFixed(2)} times the floor (aim: ≤ ${AIM_RATIO} at ${RATES[0]} a second, and under ${AIM_MS} ms): ${verdict(isMet)}`,
  )
}

// Warms both up first: compiles code, opens connections, prepares statements.
const warmUp = { perSecond: Math.max(...RATES), count: WARM_UP }
await atRate({ ...warmUp, task: () => floor.once(body) })
await changes(warmUp)
// Fresh tables have no planner statistics yet, unlike those of a running installation.
await Promise.all([zaaksysteem, portal].map(({ pool }) => pool.query('analyze')))
for (const toelichting of TOELICHTINGEN) for (const perSecond of RATES) await measureRate({ perSecond, toelichting })

arrivals.close()
await floor.stop()
await Promise.all([web.stop(), worker.stop()])
await installation.stop()
process.exit(0)
