import { DAY_MS } from '#lib/platform/durations.ts'
import { createMailer, isRefusal, type Mailer } from '#lib/platform/mail/mailer.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Abonnement, Melding } from '../generated/client.ts'
import { isStopped, meldingMail } from './melding-mail.ts'

const MAIL_LIMIT_MS = DAY_MS

/**
 * Mails the meldingen that were not mailed yet to the abonnement's contact and the beheerder: all of an abonnement in
 * one mail, and at most one mail in 24 hours. A melding that nothing is delivered any more does not wait for those 24
 * hours, unless a mail within them said so already. The other meldingen wait for the next mail.
 *
 * One process mails at a time. A mail is noted once the mail server has accepted it, so a crash in between sends it
 * twice rather than never. Without ZAAKSYSTEEM_SMTP_URL meldingen show at the desk only.
 */
export async function mailMeldingen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { ZAAKSYSTEEM_SMTP_URL: url, ZAAKSYSTEEM_MAIL_FROM: from } = ctx.env
  if (!url || !from) return
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.mail, async () => {
    const due = await findDue(ctx)
    if (due.length === 0) return
    const mailer = createMailer(url)
    try {
      for (const abonnement of due) {
        if (signal?.aborted || !(await mail(ctx, { mailer, from, abonnement }))) break
      }
    } finally {
      mailer.close()
    }
  })
}

type Due = Abonnement & { meldingen: Melding[] }

/** The abonnementen that may get a mail now, with the meldingen for it. */
async function findDue({ db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>): Promise<Due[]> {
  const limit = new Date(clock().getTime() - MAIL_LIMIT_MS)
  const abonnementen = await db.abonnement.findMany({
    where: { meldingen: { some: { gemaildOp: null } } },
    include: {
      meldingen: {
        where: { OR: [{ gemaildOp: null }, { gemaildOp: { gt: limit } }] },
        orderBy: { aangemaaktOp: 'asc' },
      },
    },
  })
  return abonnementen.flatMap((abonnement) => {
    const untold = abonnement.meldingen.filter(({ gemaildOp }) => !gemaildOp)
    const told = abonnement.meldingen.filter(({ gemaildOp }) => gemaildOp)
    const mayGo = told.length === 0 || (untold.some(isStopped) && !told.some(isStopped))
    return mayGo ? [{ ...abonnement, meldingen: untold }] : []
  })
}

/** @returns `false` when the mail server itself fails, so that the other mails need not be tried */
async function mail(
  { env, pool, clock, log }: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  { mailer, from, abonnement }: { mailer: Mailer; from: string; abonnement: Due },
): Promise<boolean> {
  try {
    await mailer.send({
      from,
      to: [abonnement.contact, env.ZAAKSYSTEEM_BEHEERDER_MAIL].flatMap((address) => address || []),
      ...meldingMail({ abonnement, meldingen: abonnement.meldingen, zaaksysteemUrl: env.ZAAKSYSTEEM_URL }),
    })
  } catch (err) {
    log.error({ err, abonnementId: abonnement.id }, 'An alert could not be mailed; trying again')
    return isRefusal(err)
  }
  const ids = abonnement.meldingen.map(({ id }) => id)
  // One array, because there may be more ids than a statement can have parameters.
  await pool.query('update melding set gemaild_op = $1 where id = any ($2)', [clock(), ids])
  log.info({ abonnementId: abonnement.id, count: ids.length }, 'An alert was mailed')
  return true
}
