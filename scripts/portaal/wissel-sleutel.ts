import { z } from 'zod'
import { OPDRACHTREGEL } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import { rotateBewijssleutel } from '#lib/publieksportaal/bewijs/handtekening/bewijssleutels.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { runCommand } from '../process/run-command.ts'

await runCommand({
  usage: `Usage: npm run portaal:wissel-sleutel -- [--direct]

Has a new key sign every bewijs that citizens download from now on. What was signed before stays valid.
  --direct  the key leaked: what it signed is no bewijs any more, and citizens must download theirs again`,
  options: { direct: { type: 'boolean' } },
  schema: z.object({ direct: z.boolean().optional() }),
  open: () => createPublieksportaalContext(readPublieksportaalEnv(process.env)),
  async run(ctx, { direct }) {
    const { kid } = await rotateBewijssleutel(ctx, { actor: OPDRACHTREGEL, direct })
    return { ok: true, message: `${kid} signs from now on` }
  },
})
