import { z } from 'zod'
import { safeUrl } from '#lib/platform/system-rules.ts'
import { OPDRACHTREGEL, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import { countOldHashes } from '#lib/publieksportaal/burger/count-old-hashes.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { configuredApi, explainFailure } from '#lib/publieksportaal/sync/call-zaaksysteem.ts'
import { type RebuildProgress, rebuildZaken } from '#lib/publieksportaal/sync/rebuild-zaken.ts'
import { runCommand } from './process/run-command.ts'

await runCommand({
  usage: `Usage: npm run portaal:herbouw
       npm run portaal:herbouw -- --zaaksysteem <api base> --token <token>

Reads all zaken from the zaaksysteem again while the portal stays up, and then removes those that it does not have.
Broken off, just run it again.
  --zaaksysteem   base of the API, such as https://zaaksysteem.example/api/zaaksysteem/v1
  --token         the bearer token that the zaaksysteem gave to this portal
Without them: PUBLIEKSPORTAAL_ZAAKSYSTEEM_API and PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN.`,
  options: { zaaksysteem: { type: 'string' }, token: { type: 'string' } },
  schema: z.union([
    z
      .object({ zaaksysteem: safeUrl, token: z.string().min(1) })
      .transform(({ zaaksysteem, token }) => ({ base: zaaksysteem.replace(/\/$/, ''), token })),
    // One of the two alone is a mistake: a token must not be sent to another zaaksysteem than its own.
    z.strictObject({}).transform(() => 'configured' as const),
  ]),
  open: () => createPublieksportaalContext(readPublieksportaalEnv(process.env)),
  async run(ctx, given) {
    const api = given === 'configured' ? configuredApi(ctx) : given
    // Before its first change: what an interrupted rebuild has read stays.
    await recordedTransaction(ctx, (_, record) => record({ actor: OPDRACHTREGEL, handeling: 'zaken_herbouwen' }))
    const rebuilt = await rebuildZaken(ctx, { api, onPage: report })
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
