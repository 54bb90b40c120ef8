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

/** A mail server gives up after five days, and seldom after ten. */
export const KEEP_MAILS_MS = 14 * DAY_MS

/** Ours are a few tens of kilobytes, which a report may hold whole. */
const MAX_BYTES = 256 * 1024
const MOST = 100
const FIRST_RETRY_MS = MINUTE_MS
const LONGEST_RETRY_MS = 60 * MINUTE_MS

type Ctx = Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'wait' | 'log' | 'once'>
/** How much of the mails that wait was read. */
type Read = 'all' | 'some' | 'nothing'
type Outcome = 'refused' | 'failed' | 'pending' | 'automatic' | 'unknown' | 'unreadable'

/**
 * Reads the mailbox in which mails come back, one process at a time. What was recorded is deleted after that, so a process that
 * dies in between reads it again, and then it is not known any more. While the mailbox cannot be read it is tried again
 * after a minute and up to an hour.
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
      ctx.log.warn({ objectSoort: 'bounce', objectId: mail.uid }, 'A mail that came back cannot be read; look at it')
      return 'look'
    })
    return isMore ? 'some' : 'all'
  } catch (err) {
    if (signal?.aborted) return 'nothing'
    mailMetrics(ctx).failed.inc()
    ctx.log.error({ err, poging }, 'What came back by mail cannot be read; trying again')
    return 'nothing'
  }
}

/** In this order, so that only what comes back of a mail of ours is parsed: anybody can send to the address for it. */
async function settle(ctx: Ctx, { source }: WaitingMail): Promise<Outcome> {
  const header = source && (await readReportHeader(source))
  if (!source || !header?.isReport) return header?.isAutomatic ? 'automatic' : 'unreadable'
  const returnPath = readReturnPath(header.to)
  // Of a mailbox that gives no return path nothing can come: the server may not take what is behind a +.
  if (!returnPath) return 'unreadable'
  if (!(await isKnownMail(ctx, returnPath))) return 'unknown'
  const report = await readReportApart(source)
  if (!('code' in report)) return report.outcome
  const { outcome, code } = report
  const fields = { objectSoort: 'mail', objectId: returnPath.mailId, reason: code }
  const isAboutMailbox = outcome === 'refused'
  if (!(await recordBounce(ctx, { ...returnPath, code, isAboutMailbox }))) return 'unknown'
  if (isAboutMailbox) ctx.log.warn(fields, 'A mail came back: its address takes none')
  else ctx.log.error(fields, 'A mail came back, and not because of its mailbox')
  return outcome
}
