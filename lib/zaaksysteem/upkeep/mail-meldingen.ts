import { DAY_MS } from '#lib/platform/durations.ts'
import { mailEach } from '#lib/platform/mail/mail-each.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { isStopped, meldingMail } from './melding-mail.ts'

const MAIL_LIMIT_MS = DAY_MS

/**
 * Mails new meldingen to the abonnement's contact and the beheerder: all of an abonnement in one mail, and at
 * most one mail in 24 hours. A melding that no event is bezorgd any more does not wait for those 24 hours,
 * unless a mail within them said so already. The other meldingen wait for the next mail.
 *
 * One process mails at a time. A mail is stored as sent once the mail server has accepted it, so a crash in
 * between sends it twice rather than never. Without ZAAKSYSTEEM_SMTP_URL meldingen show at the desk only.
 */
export async function mailMeldingen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { env, pool, clock } = ctx
  await mailEach(ctx, {
    url: env.ZAAKSYSTEEM_SMTP_URL,
    from: env.ZAAKSYSTEEM_MAIL_FROM,
    lock: ADVISORY_LOCKS.mail,
    signal,
    what: 'An alert',
    findDue: () => findDue(ctx),
    async compose(abonnement) {
      const { meldingen } = abonnement
      const ids = meldingen.map(({ id }) => id)
      return {
        to: [abonnement.contact, env.ZAAKSYSTEEM_BEHEERDER_MAIL],
        ...meldingMail({ abonnement, meldingen, zaaksysteemUrl: env.ZAAKSYSTEEM_URL }),
        about: { abonnementId: abonnement.id, count: ids.length },
        // One array, because there may be more ids than a statement can have parameters.
        note: () => pool.query('update melding set gemaild_op = $1 where id = any ($2)', [clock(), ids]),
      }
    },
  })
}

/** Returns the abonnementen that may get a mail now, with their meldingen. */
async function findDue({ db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>) {
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
