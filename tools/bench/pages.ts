import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { DEMO_BEHANDELAAR, DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { waitUntilReady } from '../../scripts/local/processes.ts'
import { registerPortal } from '../../scripts/local/register-portal.ts'
import { cpuMs } from '../load/cpu.ts'
import { registerInTurn } from '../load/register-in-turn.ts'
import { signIn } from '../load/sign-in.ts'
import { startInstallation } from '../load/start-installation.ts'
import { isShort } from './short.ts'

// Measures the most used pages of the desk: their size, the share of React's payload besides the HTML, and
// the processor time of the web process. Compares with the start page, which needs no database.

const PORT = 3926
const START = '/'
const PAGES = {
  start: START,
  werkvoorraad: '/balie',
  zaak: `/balie/zaken/${DEMO_ZAAK_ID}`,
  signaleringen: '/balie/signaleringen',
  audittrail: '/balie/audit',
  bezorgingen: '/balie/bezorgingen',
}
/** More than a page of each list. */
const ZAKEN = 40
const WARM_UP = isShort ? 1 : 60
const REQUESTS = isShort ? 1 : 50
const ROUNDS = isShort ? 1 : 2

const installation = await startInstallation({ port: PORT })
const { origin, zaaksysteem } = installation
const web = installation.start('web.ts')
const worker = installation.start('worker.ts')
await waitUntilReady(origin, web)
await registerPortal(installation)
const { id: behandelaar } = await zaaksysteem.db.behandelaar.findFirstOrThrow({ where: { subject: DEMO_BEHANDELAAR } })
for (let index = 0; index < ZAKEN; index += 1) {
  const zaak = { zaaktype: 'APV-STAND', omschrijving: `Standplaats ${index}`, behandelaar: { id: behandelaar } }
  await registerInTurn(zaaksysteem, index, zaak)
}
while ((await zaaksysteem.db.bezorging.count({ where: { status: 'bezorgd' } })) < ZAKEN) await sleep(50)
await worker.stop()
const cookie = await signIn(origin, { system: 'zaaksysteem', persoon: DEMO_BEHANDELAAR })

async function get(path: string): Promise<string> {
  const response = await fetch(origin + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
  return response.text()
}

async function cpuOf(path: string, count: number): Promise<number> {
  const before = cpuMs(web.process.pid as number)
  for (let index = 0; index < count; index += 1) await get(path)
  return (cpuMs(web.process.pid as number) - before) / count
}

for (const path of Object.values(PAGES)) await cpuOf(path, WARM_UP)
const cpu = new Map<string, number>()
for (let round = 0; round < ROUNDS; round += 1) {
  for (const path of Object.values(PAGES)) {
    cpu.set(path, Math.min(cpu.get(path) ?? Number.POSITIVE_INFINITY, await cpuOf(path, REQUESTS)))
  }
}
console.log(`${''.padEnd(16)}      kB   payload      gzip    CPU ms   of the start page`)
for (const [name, path] of Object.entries(PAGES)) {
  const html = await get(path)
  const payload = html
    .split('<script')
    .filter((part) => part.includes('self.__next_f.push'))
    .join('')
  const kB = [html, payload].map((text) => (Buffer.byteLength(text) / 1000).toFixed(1).padStart(10))
  const gzip = (gzipSync(html).length / 1000).toFixed(1).padStart(10)
  const ms = cpu.get(path) ?? Number.NaN
  const ratio = ms / (cpu.get(START) ?? Number.NaN)
  console.log(name.padEnd(14) + kB.join('') + gzip + ms.toFixed(1).padStart(10) + ratio.toFixed(2).padStart(20))
}

await web.stop()
await installation.stop()
process.exit(0)
