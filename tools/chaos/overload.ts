import { parseArgs } from 'node:util'
import { becomesQuiet } from './becomes-quiet.ts'
import { BURDENS } from './burdens/burdens.ts'
import { isAlive, leftOfUploads, startHouse, usageOf } from './house.ts'
import { startPulse } from './pulse.ts'
import { type Check, report } from './verdict.ts'

// Runs all burdens at once for ten minutes. At the end every process must be alive, memory flat and no
// descriptor leaked.

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const MINUTES = Number(values.minutes)
const MINUTE_SECONDS = 60
/** Limit of later memory relative to the second minute. The first minute fills caches. */
const FLAT_RATIO = 1.3
/** Pools keep some connections open after their last request. */
const SPARE_DESCRIPTORS = 100

const house = await startHouse()
const pulse = await startPulse(house)
const names = Object.keys(house.processes) as (keyof typeof house.processes)[]
const usage = () =>
  Object.fromEntries(names.map((name) => [name, usageOf(house.processes[name])])) as Record<
    (typeof names)[number],
    ReturnType<typeof usageOf>
  >

await pulse.take(MINUTE_SECONDS / 6)
const before = usage()
const ends = []
for (const burden of BURDENS) ends.push(await burden.start(house))
const minutes = []
for (let minute = 1; minute <= MINUTES; minute += 1) {
  const { sinkMs, pageMs, documentMs } = await pulse.take(MINUTE_SECONDS)
  const used = usage()
  minutes.push(used)
  const sizes = names.map(
    (name) => `${name} ${used[name].memoryMb.toFixed(0)} MB, ${used[name].descriptors} descriptors`,
  )
  console.log(
    `minute ${minute}: ${sizes.join('; ')}; p95 healthy sink ${sinkMs.toFixed(0)} ms, page ${pageMs.toFixed(0)} ms, document ${documentMs.toFixed(0)} ms`,
  )
}
const results = await Promise.all(ends.map((end) => end()))
for (const [index, { name }] of BURDENS.entries()) console.log(`${name} ${results[index]}`)
const isQuiet = await becomesQuiet(house)
const left = await leftOfUploads(house)
const after = usage()

const first = minutes[1] ?? minutes[0] ?? before
const last = minutes.at(-1) ?? before
const checks: Check[] = [
  { name: 'all bezorgingen ended', broken: isQuiet ? [] : ['some still wait'] },
  { name: 'every process is alive', broken: names.filter((name) => !isAlive(house.processes[name])) },
  {
    name: `memory grew by less than ${FLAT_RATIO} times after the second minute`,
    broken: names.filter((name) => last[name].memoryMb > first[name].memoryMb * FLAT_RATIO),
  },
  {
    name: 'the descriptors are free again',
    broken: names.filter((name) => after[name].descriptors > before[name].descriptors + SPARE_DESCRIPTORS),
  },
  { name: 'nothing is left of cut uploads', broken: left },
  ...pulse.checks(),
]
const isGood = report(checks)
pulse.close()
await house.close({ keepLogs: !isGood })
process.exit(isGood ? 0 : 1)
