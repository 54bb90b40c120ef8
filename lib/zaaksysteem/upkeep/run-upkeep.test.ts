import { expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { requestHerstel } from '../herstel/herstelactie.ts'
import { addTestBezorgingen } from '../herstel/test-bezorgingen.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { runUpkeep } from './run-upkeep.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const lines: string[] = []

const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
const ctx = await openTestZaaksysteem({ clock: () => NOW, log })

test('failing tasks do not stop the others, and all end when the signal aborts', async () => {
  await ctx.pool.query('alter table melding rename to away')
  const paused = await addAbonnement(ctx, { status: 'gepauzeerd' })
  await addTestBezorgingen(ctx, paused, [{ status: 'wachtend', volgendePoging: NOW }])
  const abonnementId = await addAbonnement(ctx)
  await addTestBezorgingen(ctx, abonnementId, [{ status: 'mislukt' }])
  await requestHerstel(ctx, { abonnementId, actor: OPDRACHTREGEL, vanaf: NOW })

  const stop = new AbortController()
  const running = runUpkeep(ctx, { signal: stop.signal })
  const bezorgingen = () => ctx.db.bezorging.findMany({ orderBy: { sequence: 'asc' } })
  await expect.poll(bezorgingen).toMatchObject([{ status: 'overgeslagen' }, { status: 'wachtend', handmatig: true }])
  const failed = new Set(['superviseFailing', 'warnExpiringCertificates'])
  await expect.poll(() => new Set(lines.map((line) => JSON.parse(line).reason))).toEqual(failed)
  stop.abort()
  await running
})
