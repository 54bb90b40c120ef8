import { Pool } from 'undici'
import { v7 } from 'uuid'
import { zaakChanged } from '#lib/contract/handeling-requests.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { DISTRIBUTION_BATCH, distributeGebeurtenissen } from '#lib/zaaksysteem/outbox/distribute-gebeurtenissen.ts'
import { waitUntilReady } from '../../scripts/local/processes.ts'
import { atRate, percentiles } from '../load/at-rate.ts'
import { startInstallation } from '../load/start-installation.ts'
import { addAbonnement } from './add-abonnement.ts'
import { startCountingSink } from './delivery/counting-sink.ts'
import { createMeter, type Measurement, printBest } from './intake/measure.ts'
import { startFloorServer } from './live/floor.ts'
import { closedLoop, type Outgoing } from './receiver/closed-loop.ts'
import { isShort } from './short.ts'

const INSERT = `
  insert into zaak (id, identificatie, zaaktype, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
    einddatum_gepland, uiterlijke_einddatum, statustype, statuscode, team, gewijzigd_op)
  select id, 'BENCH-' || id, $2, 'Standplaats', '', '999990342', now(), now(), now(), $3, $3, 'Vergunningen', now()
  from unnest($1::uuid[]) as id`

/**
 * Inserts zaken at versie 1 without their events, because only measured ones should reach the sink. They are
 * ordered by the random ends of their ids: fifty changes to zaken on one page would not fit there.
 */
async function insertZaken(
  { pool }: ZaaksysteemContext,
  { count, zaaktype, statustype }: { count: number; zaaktype: string; statustype: string },
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => v7())
  await pool.query(INSERT, [ids, zaaktype, statustype])
  await pool.query('vacuum analyze zaak')
  return ids.sort((a, b) => (a.slice(-12) < b.slice(-12) ? -1 : 1))
}

// Measures how many status changes per second the API takes, without and with their bezorging to a sink.
// Compares with the minimum of any intake: bare node:http and one commit. Then measures the time from sending
// a change until it is accepted and until its event is at the sink, at a steady rate. Every change is of
// another zaak. This process is client and sink.

const AT_ONCE = 50
const [ROUNDS, COUNT, WARM_UP, SECONDS] = isShort ? [1, 50, 20, 1] : [5, 1_500, 500, 10]
const RATES = isShort ? [50] : [50, 200, 300]
const PORT = 3924
const FLOOR = 'node:http and one commit'

const installation = await startInstallation({
  port: PORT,
  own: ({ apiToken }) => ({
    SYSTEMS: 'zaaksysteem',
    ZAAKSYSTEEM_API_TOKENS: `publieksportaal=${hashToken(apiToken)}:zaken.statussen.toevoegen`,
  }),
})
const { origin, apiToken, zaaksysteem: ctx } = installation
const { identificatie: zaaktype, statustypen } = await findZaaktype(ctx, 'APV-STAND')
const [first, next] = statustypen.map(({ code }) => code) as [string, string]
const web = installation.start('web.ts')
await waitUntilReady(origin, web)
const floor = await startFloorServer(ctx.env.ZAAKSYSTEEM_DATABASE_URL)

const total = WARM_UP * 2 + ROUNDS * 2 * COUNT + SECONDS * RATES.reduce((sum, rate) => sum + rate, 0)
const zaken = await insertZaken(ctx, { count: total, zaaktype, statustype: first })
const body = JSON.stringify({ versie: 1, statustype: next })

function nextChange(): Outgoing {
  const path = `/api/zaaksysteem/v1/zaken/${zaken.pop()}/statussen`
  const headers = {
    Authorization: `Bearer ${apiToken}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': crypto.randomUUID(),
  }
  return { method: 'POST', path, headers, body }
}

const toFloor = new Pool(floor.origin)
const toWeb = new Pool(origin)

function commits(count: number) {
  const requests = Array<Outgoing>(count).fill({ method: 'POST', path: '/', headers: {}, body })
  return closedLoop(toFloor, { requests, atOnce: AT_ONCE, expected: 204 })
}

function healthChecks(count: number) {
  const requests = Array<Outgoing>(count).fill({ method: 'GET', path: '/api/health/live', headers: {} })
  return closedLoop(toWeb, { requests, atOnce: AT_ONCE, expected: 200 })
}

function changes(count: number) {
  return closedLoop(toWeb, { requests: Array.from({ length: count }, nextChange), atOnce: AT_ONCE, expected: 201 })
}

const { measure } = await createMeter(ctx.pool)
const rounds: Measurement[] = []
const server = web.process.pid as number
const measureFloor = async () =>
  rounds.push(await measure({ name: FLOOR, server: floor.pid, count: COUNT, run: () => commits(COUNT) }))

await commits(WARM_UP)
await changes(WARM_UP)
for (let round = 0; round < ROUNDS; round += 1) {
  await measureFloor()
  rounds.push(
    await measure({ name: 'GET /api/health/live', server, count: COUNT, run: () => healthChecks(COUNT) }),
    await measure({ name: 'status change', server, count: COUNT, run: () => changes(COUNT) }),
  )
}

// Taken before there is an abonnement, so that none of them is delivered.
while ((await distributeGebeurtenissen(ctx)) === DISTRIBUTION_BATCH) {}
const sink = await startCountingSink()
await addAbonnement(ctx, { sink: sink.url })
const worker = installation.start('worker.ts')

async function changesToSink(count: number) {
  const arrived = sink.received(sink.arrivals.size + count)
  await changes(count)
  await arrived
}

await changesToSink(WARM_UP)
for (let round = 0; round < ROUNDS; round += 1) {
  await measureFloor()
  const name = 'status change to the sink'
  const run = () => changesToSink(COUNT)
  rounds.push(await measure({ name, server, worker: worker.process.pid as number, count: COUNT, run }))
}
console.log(`\n${AT_ONCE} at once, the best of ${ROUNDS} rounds`)
printBest(rounds, FLOOR)

/** `undefined` when it was refused, or when the connection broke. */
async function sendChange() {
  const sentAt = performance.now()
  const response = await toWeb.request(nextChange()).catch(() => undefined)
  if (response?.statusCode !== 201) return void (await response?.body.dump())
  const { gebeurtenisId } = zaakChanged.parse(await response.body.json())
  return { gebeurtenisId, sentAt, acceptedAt: performance.now() }
}

async function commitOne() {
  const sentAt = performance.now()
  await commits(1)
  return performance.now() - sentAt
}

console.log(
  '\nat a steady rate, p50 and p95 in ms     commit of the floor     sent → accepted         sent → sink   refused',
)
for (const perSecond of RATES) {
  const count = perSecond * SECONDS
  const bareMs = await atRate({ perSecond, count, task: commitOne })
  const before = sink.arrivals.size
  const sent = await atRate({ perSecond, count, task: sendChange })
  const accepted = sent.filter((one) => one !== undefined)
  await sink.received(before + accepted.length)
  const acceptedMs = accepted.map(({ sentAt, acceptedAt }) => acceptedAt - sentAt)
  const sinkMs = accepted.map(({ gebeurtenisId, sentAt }) => (sink.arrivals.get(gebeurtenisId) as number) - sentAt)
  const cells = [bareMs, acceptedMs, sinkMs].map(percentiles).flatMap(({ p50, p95 }) => [p50, p95])
  const refused = ((1 - accepted.length / sent.length) * 100).toFixed(1)
  console.log(
    `${perSecond} a second`.padEnd(36) +
      cells.map((ms) => ms.toFixed(1).padStart(11)).join('') +
      `${refused} %`.padStart(10),
  )
}

sink.close()
await Promise.all([toFloor.close(), toWeb.close(), floor.stop(), web.stop(), worker.stop()])
await installation.stop()
process.exit(0)
