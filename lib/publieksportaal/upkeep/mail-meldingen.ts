import { createTransport } from 'nodemailer'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { PublieksportaalContext } from '../context.ts'
import { alarmMail } from './melding-mail.ts'

const MAIL_LIMIT_MS = 24 * 60 * 60 * 1000
/** A mail server that does not answer may not hold up a shutdown for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }

/**
 * Mails the beheerder about each source that fails verification, once in 24 hours for each. One process mails at a
 * time, and notes a mail when the mail server has taken it: who dies in between leaves a duplicate, never a silence.
 * Without PUBLIEKSPORTAAL_SMTP_URL alerts show at /portaalbeheer only.
 */
export async function mailAlarms(
  ctx: Pick<PublieksportaalContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { PUBLIEKSPORTAAL_SMTP_URL: url, PUBLIEKSPORTAAL_BEHEERDER_MAIL: address = '' } = ctx.env
  if (!url) return
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.mail, async () => {
    const limit = new Date(ctx.clock().getTime() - MAIL_LIMIT_MS)
    const due = await ctx.db.bron.findMany({
      where: {
        status: 'actief',
        verificatieFaaltSinds: { not: null },
        OR: [{ alarmGemaildOp: null }, { alarmGemaildOp: { lte: limit } }],
      },
    })
    if (due.length === 0) return
    const transport = createTransport({ url, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true })
    try {
      for (const { source, verificatieFaaltSinds: faaltSinds } of due) {
        if (signal?.aborted || !faaltSinds) break
        await transport.sendMail({
          from: ctx.env.PUBLIEKSPORTAAL_MAIL_FROM,
          // As an object an address is taken as it is, and never read as a list of more.
          to: { name: '', address },
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...alarmMail({ source, faaltSinds, portaalUrl: ctx.env.PUBLIEKSPORTAAL_URL }),
        })
        await ctx.db.bron.update({ where: { source }, data: { alarmGemaildOp: ctx.clock() } })
        ctx.log.info({ source }, 'An alert was mailed')
      }
    } catch (err) {
      ctx.log.error({ err }, 'An alert could not be mailed; trying again')
    } finally {
      transport.close()
    }
  })
}
