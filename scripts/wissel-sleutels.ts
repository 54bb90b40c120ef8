import { parseArgs } from 'node:util'
import { ConfigurationError } from '#lib/platform/env.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { ALGORITHMS } from '#lib/zaaksysteem/signing/generate-sleutel.ts'
import { wisselSleutels } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'

const USAGE = `Usage: npm run sleutels:wissel -- [--alg <algorithm>]… [--direct]

Publishes the next signing keys of the zaaksysteem, which sign as soon as every receiver can have them.
  --alg     only of this algorithm: ${ALGORITHMS.join(', ')}
  --direct  a key leaked: the next one signs at once, and those before it are withdrawn`

const EXIT_FAILED = 1
const EXIT_USAGE = 2

function readArguments() {
  try {
    const { values } = parseArgs({ options: { alg: { type: 'string', multiple: true }, direct: { type: 'boolean' } } })
    const algs = values.alg ? ALGORITHMS.filter((alg) => values.alg?.includes(alg)) : ALGORITHMS
    return algs.length < (values.alg?.length ?? 0) ? undefined : { algs, direct: values.direct }
  } catch {
    return undefined
  }
}

async function main(): Promise<number> {
  const given = readArguments()
  if (!given) {
    console.error(USAGE)
    return EXIT_USAGE
  }
  const ctx = createZaaksysteemContext(readZaaksysteemEnv(process.env))
  try {
    for (const { alg, kid, tekentVanaf } of await wisselSleutels(ctx, given)) {
      console.log(`${alg}: ${kid} signs from ${tekentVanaf.toISOString()}`)
    }
    return 0
  } finally {
    await ctx.db.$disconnect()
    if (!ctx.pool.ended) await ctx.pool.end()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof ConfigurationError) console.error(error.message)
  else console.error('The keys were not changed:', error)
  process.exitCode = EXIT_FAILED
}
