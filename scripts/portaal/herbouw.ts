import { z } from 'zod'
import { OPDRACHTREGEL, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import { countOldHashes } from '#lib/publieksportaal/burger/require-bsn-keys.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { configuredApi, explainFailure } from '#lib/publieksportaal/sync/call-zaaksysteem.ts'
import { type RebuildProgress, rebuildZaken } from '#lib/publieksportaal/sync/rebuild-zaken.ts'
import { runCommand } from '../process/run-command.ts'

await runCommand({
  usage: `Usage: npm run portaal:herbouw

Reads all zaken from the zaaksysteem again while the portal stays up, and then removes those that it does not have.
Broken off, just run it again. The zaaksysteem is PUBLIEKSPORTAAL_ZAAKSYSTEEM_API, with PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN.`,
  options: {},
  schema: z.strictObject({}),
  open: () => createPublieksportaalContext(readPublieksportaalEnv(process.env)),
  async run(ctx) {
    // Recorded before the first change, because an interrupted rebuild keeps what it has read.
    await recordedTransaction(ctx, (_, record) => record({ actor: OPDRACHTREGEL, handeling: 'zaken_herbouwen' }))
    const rebuilt = await rebuildZaken(ctx, { api: configuredApi(ctx), onPage: report })
    if (!rebuilt.ok) {
      const reason = rebuilt.reason === 'aborted' ? 'Broken off.' : explainFailure(rebuilt)
      return { ok: false, message: `${reason} What was read is kept and nothing was removed; run this again.` }
    }
    const { zaken, changed, removed } = rebuilt
    const left = await countOldHashes(ctx)
    if (left > 0) console.log(`${left} burgers without zaken are still hashed with an older key`)
    return { ok: true, message: `Ready: ${zaken} zaken, of which ${changed} changed; ${removed} removed.` }
  },
})

function report({ zaken, changed }: RebuildProgress): void {
  console.log(`${zaken} zaken read, ${changed} changed`)
}
