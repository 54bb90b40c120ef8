import { DAY_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { readReportHeader } from '#lib/platform/mail/read-delivery-report.ts'
import { readMailbox, type WaitingMail } from '#lib/platform/mail/read-mailbox.ts'
import { readReportApart } from '#lib/platform/mail/read-report-apart.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../../advisory-locks.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { bounceMailbox } from '../../env.ts'
import { readReturnPath } from '../emailadres/return-path.ts'
import { mailMetrics } from '../mail-metrics.ts'
import { isKnownMail, recordBounce } from './record-bounce.ts'

/** Mail servers give up after five days, and rarely after ten. */
export const KEEP_MAILS_MS = 14 * DAY_MS

/** A report may contain our mail, which takes a few tens of kilobytes. */
const MAX_BYTES = 256 * 1024
const MOST = 100
const FIRST_RETRY_MS = MINUTE_MS
const LONGEST_RETRY_MS = 60 * MINUTE_MS

type Ctx = Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'wait' | 'log' | 'once'>
/** The part of the waiting messages that was read. */
type Read = 'all' | 'some' | 'nothing'
type Outcome = 'refused' | 'failed' | 'pending' | 'automatic' | 'unknown' | 'unreadable'

/**
 * Reads the bounce mailbox, one process at a time. A message is deleted after it was recorded: after a crash
 * in between it is read again and no longer known. An unreadable mailbox is retried with backoff, from a
 * minute to an hour.
 */
export async function readBounces(
  ctx: Ctx,
  { signal }: { signal?: AbortSignal } = {},
): Promise<{ more: boolean } | undefined> {
  const mailbox = bounceMailbox(ctx.env)
  if (!mailbox) return undefined
  for (let poging = 1; !signal?.aborted; poging++) {
    const round = { read: 'all' as Read }
    await oneAtATime(ctx.pool, ADVISORY_LOCKS.bounces, async () => {
      round.read = await readOnce(ctx, { url: mailbox.url, poging, signal })
    })
    if (round.read !== 'nothing') return { more: round.read === 'some' }
    await ctx.wait(Math.min(FIRST_RETRY_MS * 2 ** (poging - 1), LONGEST_RETRY_MS), signal)
  }
  return undefined
}

async function readOnce(
  ctx: Ctx,
  { url, poging, signal }: { url: string; poging: number; signal: AbortSignal | undefined },
): Promise<Read> {
  const forgetBefore = new Date(ctx.clock().getTime() - KEEP_MAILS_MS)
  try {
    const isMore = await readMailbox({ url, most: MOST, maxBytes: MAX_BYTES, forgetBefore, signal }, async (mail) => {
      const outcome = await settle(ctx, mail)
      mailMetrics(ctx).read.inc({ outcome })
      if (outcome !== 'unreadable') return 'done'
      ctx.log.warn({ objectSoort: 'bounce', objectId: mail.uid }, 'A bounce cannot be read; a person must look at it')
      return 'look'
    })
    return isMore ? 'some' : 'all'
  } catch (err) {
    if (signal?.aborted) return 'nothing'
    mailMetrics(ctx).failed.inc()
    ctx.log.error({ err, poging }, 'The bounce mailbox cannot be read; retrying')
    return 'nothing'
  }
}

/**
 * Checks the return path first, so that only bounces of our own mail are parsed: anybody can send to the
 * address.
 */
async function settle(ctx: Ctx, { source }: WaitingMail): Promise<Outcome> {
  const header = source && (await readReportHeader(source))
  if (!source || !header?.isReport) return header?.isAutomatic ? 'automatic' : 'unreadable'
  const returnPath = readReturnPath(header.to)
  // Without a return path it matches no mail. Some servers drop the part after the +.
  if (!returnPath) return 'unreadable'
  if (!(await isKnownMail(ctx, returnPath))) return 'unknown'
  const report = await readReportApart(source)
  if (!('code' in report)) return report.outcome
  const { outcome, code } = report
  const fields = { objectSoort: 'mail', objectId: returnPath.mailId, reason: code }
  const isAboutMailbox = outcome === 'refused'
  if (!(await recordBounce(ctx, { ...returnPath, code, isAboutMailbox }))) return 'unknown'
  if (isAboutMailbox) ctx.log.warn(fields, 'A mail bounced: its address refuses mail')
  else ctx.log.error(fields, 'A mail bounced for another reason than its mailbox')
  return outcome
}
