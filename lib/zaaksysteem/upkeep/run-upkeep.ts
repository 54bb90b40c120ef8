import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { runTasks, type Task } from '#lib/platform/tasks/run-tasks.ts'
import { followEnvironment } from '../api-client/follow-environment.ts'
import { pauseOfClosedClients } from '../api-client/revoke-api-client.ts'
import { scanBestanden } from '../bestand/scan/scan-bestanden.ts'
import { sweepBestanden } from '../bestand/sweep-bestanden.ts'
import { processBulkopdrachten } from '../bulk/process-bulkopdrachten.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { measureDoorlooptijden } from '../doorlooptijd/measure-doorlooptijden.ts'
import { processHerstelacties } from '../herstel/herstelactie.ts'
import { tellVoorvallen } from '../outbox/tell-voorvallen.ts'
import { mailSignaleringen } from '../signalering/mail-signaleringen.ts'
import {
  signaleerNietToegewezen,
  signaleerOnbereikt,
  signaleerStilstand,
  signaleerTermijnen,
} from '../signalering/raise-signaleringen.ts'
import { processVernietigingslijsten } from '../zaak/bewaren/process-vernietigingslijsten.ts'
import { processHerberekeningen } from '../zaak/herberekening/process-herberekeningen.ts'
import { grantOverdue, lapseTooEarly } from './act-by-law.ts'
import { mailExpiring, warnExpiringCertificates } from './mail-expiring.ts'
import { mailMeldingen } from './mail-meldingen.ts'
import { purgeExpired } from './purge-expired.ts'
import { replanRetries } from './replan-retries.ts'
import { resumeExpired } from './resume-expired.ts'
import { skipPending } from './skip-pending.ts'
import { superviseFailing } from './supervise-failing.ts'
import { giveLevensteken } from './workeruitval.ts'

/** Orders from the desk are polled each second: a person waits for them, and the query is cheap. */
const TASKS: readonly Task<ZaaksysteemContext>[] = [
  { name: 'processHerstelacties', run: processHerstelacties, everyMs: SECOND_MS },
  { name: 'processBulkopdrachten', run: processBulkopdrachten, everyMs: SECOND_MS },
  { name: 'processHerberekeningen', run: processHerberekeningen, everyMs: SECOND_MS },
  { name: 'giveLevensteken', run: giveLevensteken, everyMs: 10 * SECOND_MS },
  { name: 'scanBestanden', run: scanBestanden, everyMs: SECOND_MS },
  { name: 'pauseExpired', run: pauseExpired, everyMs: 30 * SECOND_MS },
  { name: 'skipPending', run: skipPending, everyMs: 30 * SECOND_MS },
  { name: 'superviseFailing', run: superviseFailing, everyMs: 30 * SECOND_MS },
  { name: 'warnExpiringCertificates', run: warnExpiringCertificates, everyMs: 10 * MINUTE_MS },
  { name: 'tellVoorvallen', run: tellVoorvallen, everyMs: 5 * SECOND_MS },
  { name: 'replanRetries', run: replanRetries, everyMs: 30 * SECOND_MS },
  { name: 'resumeExpired', run: resumeExpired, everyMs: MINUTE_MS },
  { name: 'grantOverdue', run: grantOverdue, everyMs: MINUTE_MS },
  { name: 'lapseTooEarly', run: lapseTooEarly, everyMs: 10 * MINUTE_MS },
  { name: 'processVernietigingslijsten', run: processVernietigingslijsten, everyMs: 5 * SECOND_MS },
  { name: 'signaleerTermijnen', run: signaleerTermijnen, everyMs: 10 * MINUTE_MS },
  { name: 'signaleerNietToegewezen', run: signaleerNietToegewezen, everyMs: HOUR_MS },
  { name: 'signaleerOnbereikt', run: signaleerOnbereikt, everyMs: HOUR_MS },
  { name: 'signaleerStilstand', run: signaleerStilstand, everyMs: 10 * MINUTE_MS },
  { name: 'measureDoorlooptijden', run: measureDoorlooptijden, everyMs: 10 * MINUTE_MS },
  { name: 'mailMeldingen', run: mailMeldingen, everyMs: 30 * SECOND_MS },
  // Every ten minutes, so that a morning of verdelen is one mail, and a signalering that is seen at once
  // sends none.
  { name: 'mailSignaleringen', run: mailSignaleringen, everyMs: 10 * MINUTE_MS },
  { name: 'mailExpiring', run: mailExpiring, everyMs: 10 * MINUTE_MS },
  { name: 'sweepBestanden', run: sweepBestanden, everyMs: MINUTE_MS },
  { name: 'purgeExpired', run: purgeExpired, everyMs: 10 * MINUTE_MS },
]

/**
 * Runs the orders from the desk, and the upkeep of bezorgingen, terms, signaleringen and the archive, until
 * `signal` aborts.
 */
export function runUpkeep(ctx: ZaaksysteemContext, { signal }: { signal: AbortSignal }): Promise<void> {
  return runTasks(ctx, { tasks: TASKS, signal })
}

/**
 * Pauses the abonnementen of API clients that expired or were removed from the environment. They got nothing
 * new since that moment, because distributing checks the client itself. Bezorgingen that were waiting are
 * skipped from now on.
 */
export async function pauseExpired(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock' | 'log'>,
): Promise<void> {
  for (const abonnementId of await pauseOfClosedClients(ctx.db, { now: ctx.clock() })) {
    ctx.log.warn({ abonnementId }, 'An abonnement was paused: its API client has expired')
  }
  for (const abonnementId of await followEnvironment(ctx)) {
    ctx.log.warn(
      { abonnementId },
      'An abonnement was paused: its API client is neither in the environment nor at the desk',
    )
  }
}
