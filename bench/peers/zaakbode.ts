import { createWriteStream } from 'node:fs'
import { zaakChanged } from '#lib/contract/handeling-requests.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { startLocalEnvironment } from '../../scripts/local/local-environment.ts'
import { startScript, waitUntilReady } from '../../scripts/local/processes.ts'
import { postmasterPid } from '../intake/cpu.ts'
import { insertZaken } from '../intake/fresh-zaken.ts'
import type { StartContestant } from './contestant.ts'

const PORT = 3934

/** One web process and one worker, as in production; every change is of a zaak of its own. */
export const startZaakbode: StartContestant = async ({ dataDir, sink, changes }) => {
  const local = await startLocalEnvironment({ dataDir, port: PORT })
  const variables = {
    ...local.variables,
    SYSTEMS: 'zaaksysteem',
    ZAAKSYSTEEM_API_TOKENS: `publieksportaal=${hashToken(local.apiToken)}:zaken.statussen.toevoegen`,
    NODE_ENV: 'production',
  }
  const logFile = `${dataDir}.log`
  const log = createLogger('bench', createWriteStream(logFile, { flags: 'a' }))
  const ctx = createZaaksysteemContext(readZaaksysteemEnv(variables), { log })
  const { identificatie: zaaktype, statustypen } = await findZaaktype(ctx, 'APV-STAND')
  const [first, next] = statustypen.map(({ code }) => code) as [string, string]
  const web = startScript({ script: 'web.ts', variables, logFile })
  const worker = startScript({ script: 'worker.ts', variables, logFile })
  await waitUntilReady(local.origin, web)

  const now = ctx.clock()
  const abonnement = { client: 'balie', sink, credentialtype: 'JWT' as const, status: 'actief' as const }
  await ctx.db.abonnement.create({ data: { ...abonnement, statusSinds: now, aangemaaktOp: now } })
  const zaken = await insertZaken(ctx, { count: changes, zaaktype, statustype: first })
  const body = JSON.stringify({ versie: 1, statustype: next })

  return {
    name: 'Zaakbode',
    origin: local.origin,
    pids: {
      web: web.process.pid as number,
      worker: worker.process.pid as number,
      PostgreSQL: await postmasterPid(ctx.pool),
    },
    accepted: 201,
    nextChange() {
      const headers = {
        Authorization: `Bearer ${local.apiToken}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      }
      return { method: 'POST', path: `/api/zaaksysteem/v1/zaken/${zaken.pop()}/statussen`, headers, body }
    },
    eventId: (answer) => zaakChanged.parse(answer).gebeurtenisId,
    async stop() {
      await Promise.all([web.stop(), worker.stop()])
      await ctx.close()
      await local.stop()
    },
  }
}
