import { becomesQuiet } from './becomes-quiet.ts'
import { BURDENS } from './burdens/burdens.ts'
import { isAlive, startHouse } from './house.ts'
import { startPulse } from './pulse.ts'
import { type Check, report } from './verdict.ts'

// Measures the effect of a bad neighbour or a bad day on a healthy sink and a citizen, each time just after
// measuring without it.

const SECONDS = 20
const WARM_UP_SECONDS = 10
/** The time until a burden has its full effect: places are taken, queues are full. */
const BUILD_UP_SECONDS = 5
const AIM_RATIO = 2

const house = await startHouse()
const pulse = await startPulse(house)
await pulse.take(WARM_UP_SECONDS)
// Fresh tables have no planner statistics yet, unlike those of a running installation.
await Promise.all([house.zaaksysteem, house.portal].map(({ pool }) => pool.query('analyze')))

const checks: Check[] = []
const ms = (value: number) => `${value.toFixed(1)} ms`
for (const burden of BURDENS) {
  const calm = await pulse.take(SECONDS)
  const end = await burden.start(house)
  await pulse.take(BUILD_UP_SECONDS)
  const burdened = await pulse.take(SECONDS)
  const result = await end()
  console.log(`\n${burden.name} ${result}`)
  const ratios = (
    [
      ['healthy sink', 'sinkMs'],
      ['page of a citizen', 'pageMs'],
    ] as const
  ).map(([name, key]) => {
    const ratio = burdened[key] / calm[key]
    console.log(
      `  p95 of the ${name}: ${ms(calm[key])} without, ${ms(burdened[key])} with it (${ratio.toFixed(2)} times)`,
    )
    return ratio <= AIM_RATIO ? [] : `${name} ${ratio.toFixed(2)} times`
  })
  checks.push({ name: `with ${burden.name} all stays within ${AIM_RATIO} times`, broken: ratios.flat() })
  await becomesQuiet(house)
}

checks.push(
  {
    name: 'every process is alive',
    broken: Object.entries(house.processes).flatMap(([name, one]) => (isAlive(one) ? [] : name)),
  },
  ...pulse.checks(),
)
const isGood = report(checks)
pulse.close()
await house.close({ keepLogs: !isGood })
process.exit(isGood ? 0 : 1)
