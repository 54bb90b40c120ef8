import { momentInAmsterdam } from '#lib/platform/calendar.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { mailEach } from '#lib/platform/mail/mail-each.ts'
import { runTasks } from '#lib/platform/tasks/run-tasks.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findWorkeruitval } from './workeruitval.ts'

/** Runs in each web process until `signal` aborts, because no worker can report that none runs. */
export function watchWorkers(ctx: ZaaksysteemContext, { signal }: { signal: AbortSignal }): Promise<void> {
  const task = { name: 'mailWorkeruitval', run: mailWorkeruitval, everyMs: MINUTE_MS }
  return runTasks(ctx, { tasks: [task], signal })
}

/**
 * Mails the beheerder once when no worker runs. As with `mailMeldingen`, one process mails at a time, a crash
 * may send a mail twice, and nothing is sent without ZAAKSYSTEEM_SMTP_URL.
 */
export async function mailWorkeruitval(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { env, pool, clock } = ctx
  const uitval = await findWorkeruitval(ctx)
  if (!uitval || uitval.gemaildOp || !env.ZAAKSYSTEEM_BEHEERDER_MAIL) return
  await mailEach(ctx, {
    url: env.ZAAKSYSTEEM_SMTP_URL,
    from: env.ZAAKSYSTEEM_MAIL_FROM,
    lock: ADVISORY_LOCKS.workeruitvalMail,
    signal,
    what: 'That no worker runs',
    async findDue() {
      const still = await findWorkeruitval(ctx)
      return still && !still.gemaildOp ? [still] : []
    },
    async compose({ sinds, wachtend }) {
      return {
        to: [env.ZAAKSYSTEEM_BEHEERDER_MAIL],
        subject: 'Het zaaksysteem verstuurt niets',
        text: [
          `Er draait geen worker: sinds ${momentInAmsterdam(sinds)} is er geen teken van leven.`,
          `Berichten aan andere systemen die nu wachten: ${wachtend}. Er gaat niets verloren.`,
          'Start de worker opnieuw. Lukt dat niet? In zijn log staat waarom. Daarna gaat alles vanzelf verder.',
        ].join('\n\n'),
        about: { count: wachtend },
        note: () => pool.query('update levensteken set gemaild_op = $1', [clock()]),
      }
    },
  })
}
