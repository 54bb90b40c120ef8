import { z } from 'zod'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { rotateSleutels } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { ALGORITHMS } from '#lib/zaaksysteem/signing/signing-keys.ts'
import { runCommand } from './process/run-command.ts'

await runCommand({
  usage: `Usage: npm run sleutels:wissel -- [--alg <algorithm>]… [--direct]

Publishes the next signing keys of the zaaksysteem, which sign as soon as every receiver can have them.
  --alg     only of this algorithm: ${ALGORITHMS.join(', ')}
  --direct  a key leaked: the next one signs at once, and those before it are withdrawn`,
  options: { alg: { type: 'string', multiple: true }, direct: { type: 'boolean' } },
  schema: z.object({ alg: z.array(z.enum(ALGORITHMS)).default(ALGORITHMS), direct: z.boolean().optional() }),
  open: () => createZaaksysteemContext(readZaaksysteemEnv(process.env)),
  async run(ctx, { alg: given, direct }) {
    const algs = ALGORITHMS.filter((alg) => given.includes(alg))
    const sleutels = await rotateSleutels(ctx, { actor: OPDRACHTREGEL, algs, direct })
    const lines = sleutels.map(({ alg, kid, tekentVanaf }) => `${alg}: ${kid} signs from ${tekentVanaf.toISOString()}`)
    return { ok: true, message: lines.join('\n') }
  },
})
