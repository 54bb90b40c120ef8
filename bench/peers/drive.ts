import { Pool } from 'undici'
import { atRate, percentiles } from '../at-rate.ts'
import type { CountingSink } from '../delivery/counting-sink.ts'
import { cpuMs } from '../intake/cpu.ts'
import { closedLoop } from '../receiver/closed-loop.ts'
import type { Contestant } from './contestant.ts'

const AT_ONCE = 50
const WARM_UP = 1_000
const COUNT = 3_000
export const RATES = [50, 200, 300] as const
const SECONDS = 8
export const CHANGES = WARM_UP + COUNT + SECONDS * RATES.reduce((sum, rate) => sum + rate, 0)

export type Paced = { sentToSink: number; acceptedToSink: number; refused: number }

/** `cpu` is in milliseconds for one change, by program; the p95 at each rate are in milliseconds, `refused` is a share. */
export type Driven = { perSecond: number; cpu: Record<string, number>; atRate: Record<number, Paced> }

/** Changes over the API until their events are at the sink: fifty at once, then each rate for some seconds. */
export async function drive(contestant: Contestant, sink: CountingSink): Promise<Driven> {
  const { accepted: expected, nextChange } = contestant
  const pool = new Pool(contestant.origin)

  async function changesToSink(count: number) {
    const arrived = sink.received(sink.arrivals.size + count)
    const requests = Array.from({ length: count }, nextChange)
    await closedLoop(pool, { requests, atOnce: AT_ONCE, expected })
    await arrived
  }

  /** `undefined` when it was refused, or the connection broke. */
  async function send() {
    const sentAt = performance.now()
    const response = await pool.request(nextChange()).catch(() => undefined)
    if (response?.statusCode !== expected) return void (await response?.body.dump())
    const acceptedAt = performance.now()
    return { id: contestant.eventId(await response.body.json()), sentAt, acceptedAt }
  }

  async function atSteadyRate(perSecond: number): Promise<Paced> {
    const before = sink.arrivals.size
    const sent = await atRate({ perSecond, count: perSecond * SECONDS, task: send })
    const accepted = sent.filter((one) => one !== undefined)
    await sink.received(before + accepted.length)
    const p95 = (from: 'sentAt' | 'acceptedAt') =>
      percentiles(accepted.map((one) => (sink.arrivals.get(one.id) as number) - one[from])).p95
    const refused = 1 - accepted.length / sent.length
    return { sentToSink: p95('sentAt'), acceptedToSink: p95('acceptedAt'), refused }
  }

  await changesToSink(WARM_UP)
  const used = () => Object.entries(contestant.pids).map(([program, pid]) => [program, cpuMs(pid)] as const)
  const before = Object.fromEntries(used())
  const startMs = performance.now()
  await changesToSink(COUNT)
  const perSecond = COUNT / ((performance.now() - startMs) / 1000)
  const cpu = Object.fromEntries(used().map(([program, ms]) => [program, (ms - (before[program] ?? 0)) / COUNT]))

  const paced: Driven['atRate'] = {}
  for (const rate of RATES) paced[rate] = await atSteadyRate(rate)
  await pool.close()
  return { perSecond, cpu, atRate: paced }
}
