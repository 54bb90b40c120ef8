import { DAY_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { readReportHeader } from '#lib/platform/mail/read-delivery-report.ts'
import { readMailbox, type WaitingMail } from '#lib/platform/mail/read-mailbox.ts'
import { readReportApart } from '#lib/platform/mail/read-report-apart.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '#lib/publieksportaal/advisory-locks.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { bounceMailbox } from '#lib/publieksportaal/env.ts'
import { type ReturnPath, readReturnPath } from '../emailadres/return-path.ts'
import { mailMetrics } from '../mail-metrics.ts'
import { refuseAdres } from '../settle-mail.ts'

type Found = { burgerId: string }

/**
 * Takes a mail that the mail server accepted, once, and reports it when the zaak is still this citizen's.
 * Locks the zaak before the mail, as its removal does, to avoid a deadlock.
 */
const TAKE = `
  with kept as materialized (
    select id, burger_id from zaak where id = (select zaak_id from verzonden_mail where id = $1 and retourcode = $2)
    for key share
  ), taken as (
    delete from verzonden_mail
    where id = $1 and retourcode = $2 and (zaak_id is null or zaak_id in (select id from kept))
    returning burger_id, zaak_id, versies
  ), reported as (
    insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, volgende_poging)
    select $3, gebeurtenis_id, 'mail_geweigerd', kept.id, kept.burger_id, $4::timestamptz, $4::timestamptz
    from taken join kept on kept.id = taken.zaak_id and kept.burger_id = taken.burger_id
      join status on status.zaak_id = kept.id and status.versie = any (versies)
    on conflict do nothing
  )
  select burger_id as "burgerId" from taken`

/** A mail without a recorded response may have arrived, if the citizen still has its address. */
const FIND_CLAIMED = `
  select burger_id as "burgerId" from uitgaande_mail
  where id = $1 and pogingen > 0 and (
    exists (select from emailadres where burger_id = uitgaande_mail.burger_id and retourcode = $2)
    or exists (select from nieuw_emailadres where burger_id = uitgaande_mail.burger_id and retourcode = $2)
  )`

const IS_KNOWN = `
  select exists (select from verzonden_mail where id = $1 and retourcode = $2) or exists (${FIND_CLAIMED}) as "isKnown"`

/** True when a mail was sent, or may have been, and did not bounce yet. */
export async function isKnownMail(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { mailId, retourcode }: ReturnPath,
): Promise<boolean> {
  const { rows } = await pool.query<{ isKnown: boolean }>(IS_KNOWN, [mailId, retourcode])
  return rows[0]?.isKnown === true
}

/**
 * Records a bounce and reports it to the zaaksysteem. When the mailbox is the cause, the address is marked
 * too, unless the citizen changed it since.
 *
 * @returns false for an unknown mail: too old, bounced before, or never sent
 */
export async function recordBounce(
  { env, pool, clock }: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  { mailId, retourcode, code, isAboutMailbox }: ReturnPath & { code: string; isAboutMailbox: boolean },
): Promise<boolean> {
  const [now, bron] = [clock(), env.PUBLIEKSPORTAAL_BRON]
  return inTransaction(pool, async (client) => {
    await client.query(LOOK_UP_IN_INDEXES)
    const [taken] = (await client.query<Found>(TAKE, [mailId, retourcode, bron, now])).rows
    const found = taken ?? (await client.query<Found>(FIND_CLAIMED, [mailId, retourcode])).rows[0]
    if (!found) return false
    if (isAboutMailbox) await refuseAdres(client, { ...found, retourcode, code, now })
    return true
  })
}

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
