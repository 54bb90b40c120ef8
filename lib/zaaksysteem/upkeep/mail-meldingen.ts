import { createTransport, type Transporter } from 'nodemailer'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Abonnement, Melding } from '../generated/client.ts'
import { meldingMail } from './melding-mail.ts'

const MAIL_LIMIT_MS = 24 * 60 * 60 * 1000
/** A mail server that does not answer may not hold up a shutdown for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }

/**
 * Mails what has not been told yet to the abonnement's contact and the beheerder: all of an abonnement in one mail, and
 * one mail in 24 hours. Only that it was uitgeschakeld does not wait for that, unless such a mail went in those 24
 * hours. What waits goes with the next mail.
 *
 * One process mails at a time, and notes a mail when the mail server has taken it: who dies in between leaves a
 * duplicate, never a silence. Without ZAAKSYSTEEM_SMTP_URL meldingen show at the desk only.
 */
export async function mailMeldingen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { ZAAKSYSTEEM_SMTP_URL: url } = ctx.env
  if (!url) return
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.mail, async () => {
    const due = await findDue(ctx)
    if (due.length === 0) return
    const transport = createTransport({ url, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true })
    try {
      for (const abonnement of due) {
        if (signal?.aborted || !(await mail(ctx, transport, abonnement))) break
      }
    } finally {
      transport.close()
    }
  })
}

type Due = Abonnement & { meldingen: Melding[] }

/** The abonnementen that a mail may go out for now, with what it is to tell. */
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
    const isUitgeschakeld = ({ soort }: Melding) => soort === 'uitgeschakeld'
    const mayGo = told.length === 0 || (untold.some(isUitgeschakeld) && !told.some(isUitgeschakeld))
    return mayGo ? [{ ...abonnement, meldingen: untold }] : []
  })
}

/** @returns `false` when the mail server itself fails, so that the others need not be tried */
async function mail(
  { env, pool, clock, log }: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  transport: Transporter,
  abonnement: Due,
): Promise<boolean> {
  // As an object an address is taken as it is, and never read as a list of more.
  const recipients = [abonnement.contact, env.ZAAKSYSTEEM_BEHEERDER_MAIL].flatMap((address) =>
    address ? [{ name: '', address }] : [],
  )
  try {
    await transport.sendMail({
      from: env.ZAAKSYSTEEM_MAIL_FROM,
      to: recipients,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...meldingMail({ abonnement, meldingen: abonnement.meldingen, zaaksysteemUrl: env.ZAAKSYSTEEM_URL }),
    })
  } catch (err) {
    log.error({ err, abonnementId: abonnement.id }, 'An alert could not be mailed; trying again')
    return typeof (err as { responseCode?: unknown }).responseCode === 'number'
  }
  const ids = abonnement.meldingen.map(({ id }) => id)
  // As one array, because there may be more of them than a statement may have parameters.
  await pool.query('UPDATE melding SET gemaild_op = $1 WHERE id = ANY ($2)', [clock(), ids])
  log.info({ abonnementId: abonnement.id, count: ids.length }, 'An alert was mailed')
  return true
}
