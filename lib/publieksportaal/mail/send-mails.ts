import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import type { Delivery } from '#lib/platform/mail/delivery.ts'
import { createMailer, type Mailer } from '#lib/platform/mail/mailer.ts'
import { createPlaces } from '#lib/platform/tasks/places.ts'
import type { PublieksportaalContext } from '../context.ts'
import { mailServer } from '../env.ts'
import { PLACES, sendDue } from '../outbox/attempts.ts'
import { claimMail } from './claim-mail.ts'
import type { ClaimedMail } from './claimed-mail.ts'
import { composeMail, toMessage } from './compose-mail.ts'
import { renewBevestiging } from './emailadres/renew-bevestiging.ts'
import { mailMetrics } from './mail-metrics.ts'
import { MAILSOORTEN } from './mailsoorten.ts'
import { endMail, giveBackMail, isTooOld, noteHandover, refuseAdres, retryMail } from './settle-mail.ts'
import type { Told } from './told-statussen.ts'

/**
 * `limitMs` bounds the delivery up to the last byte; with its wait for other mails it is shorter than the
 * lease. `answerMs` bounds the response after the last byte (RFC 5321, 4.5.3.2.6); it is shorter than the
 * wait before a repeat.
 */
const LIMITS = { limitMs: MINUTE_MS, answerMs: 10 * MINUTE_MS }
/**
 * The response to one mail holds back the last byte of the next for this long. With a slower server several
 * mails are in doubt at a time, because otherwise all would wait for each other.
 */
const ONE_AT_A_TIME_MS = 3 * SECOND_MS
/** Attempts to record an outcome, a second apart: enough for a restart of the database. */
const RECORDINGS = 30

type Sending = {
  mailer: Mailer
  from: string
  random: () => number
  signal: AbortSignal | undefined
  /** runs its tasks one at a time */
  inTurn: ReturnType<typeof createPlaces>
  /** true when the mail server is unreachable: due mails wait for the next round without using an attempt */
  isAway: boolean
}

/**
 * Sends due mails. A row leaves the outbox only with a definite response of the mail server, so a process may
 * die at any moment. A mail without a response to its last byte is sent again with the same Message-ID, and
 * logged and counted. Once `signal` aborts, only that response is awaited. No transaction is open during a
 * call.
 */
export async function sendMails(
  ctx: PublieksportaalContext,
  { signal, random = Math.random }: { signal?: AbortSignal; random?: () => number } = {},
): Promise<void> {
  const server = mailServer(ctx.env)
  if (!server) return
  const mailer = createMailer(server.url, { connections: PLACES })
  const sending = { mailer, from: server.from, random, signal, inTurn: createPlaces(1), isAway: false }
  const sendNext = async () => {
    const mail = sending.isAway ? undefined : await claimMail(ctx)
    if (mail) await sendMail(ctx, sending, mail)
    return mail !== undefined
  }
  await sendDue(sendNext, signal).finally(() => mailer.close())
}

/**
 * A mail that cannot be composed, for example because a key is missing, is retried and does not block others.
 */
async function sendMail(ctx: PublieksportaalContext, sending: Sending, mail: ClaimedMail): Promise<void> {
  const { mailer, from, random, signal } = sending
  const handover = handOver(ctx, sending, mail)
  try {
    const composed = await composeMail(ctx, mail)
    if (!composed) return
    const { content, ...told } = composed
    if (mail.soort === 'zaak' && mail.isUndeliverable) return await end(ctx, { mail, soort: 'mail_geweigerd', ...told })
    if (!content) return await end(ctx, { mail, soort: 'gemaild', isSent: false, ...told })
    const message = toMessage(ctx, { mail, content, from })
    if (mail.soort === 'bevestiging') await renewBevestiging(ctx, { burgerId: mail.burgerId, ...mail.adres })
    const { beforeLastByte } = handover
    const delivery = await mailer.deliver(message, { ...LIMITS, beforeLastByte, signal })
    const isHandedOver = await handover.close()
    if (!isHandedOver && signal?.aborted) return await giveBackMail(ctx, mail)
    await record(ctx, () => settle(ctx, sending, { mail, delivery, ...told }))
  } catch (err) {
    const isHandedOver = await handover.close().catch(() => false)
    const fields = { err, objectSoort: 'mail', objectId: mail.id }
    if (!isHandedOver && isTooOld(ctx, mail.misluktSinds)) {
      ctx.log.error(fields, 'A mail could not be composed for days; given up and reported')
      return endMail(ctx, { mail, soort: 'mail_geweigerd', told: allVersies(mail), replaced: [] })
    }
    ctx.log.error(fields, 'A mail could not be composed or recorded; retrying')
    await retryMail(ctx, { mail, isUnknown: isHandedOver || mail.isRepeat, random: random() })
  } finally {
    handover.end()
  }
}

/** The step to the last byte, one mail at a time: until its response is recorded it may arrive twice. */
function handOver(ctx: PublieksportaalContext, { inTurn, random }: Sending, mail: ClaimedMail) {
  const settled = new AbortController()
  let noting: Promise<boolean> | undefined
  let isClosed = false

  async function note() {
    await noteHandover(ctx, { mail, random: random() })
    if (!mail.isRepeat) return true
    const fields = { objectSoort: 'mail', objectId: mail.id, ...(mail.soort === 'zaak' && { zaakId: mail.zaakId }) }
    ctx.log.warn(fields, 'A mail that may have arrived is sent again')
    mailMetrics(ctx).sentAgain.inc()
    return true
  }

  return {
    beforeLastByte: () =>
      new Promise<void>((resolve, reject) => {
        void inTurn(async () => {
          if (isClosed) return reject(new Error('The delivery ended before the last byte'))
          noting = note()
          await noting.then(() => resolve(), reject)
          await ctx.wait(ONE_AT_A_TIME_MS, settled.signal)
        })
      }),
    /** True when the step was taken. It cannot be taken afterwards. */
    async close(): Promise<boolean> {
      isClosed = true
      return (await noting) ?? false
    },
    end: () => settled.abort(),
  }
}

async function record(ctx: PublieksportaalContext, run: () => Promise<void>): Promise<void> {
  for (let left = RECORDINGS; ; left -= 1) {
    try {
      return await run()
    } catch (err) {
      if (left === 1) throw err
      await ctx.wait(SECOND_MS)
    }
  }
}

async function settle(
  ctx: PublieksportaalContext,
  sending: Sending,
  { mail, delivery, ...told }: { mail: ClaimedMail; delivery: Delivery } & Told,
): Promise<void> {
  const { outcome } = delivery
  if (outcome === 'accepted') return end(ctx, { mail, soort: 'gemaild', ...told })
  const fields = { objectSoort: 'mail', objectId: mail.id, poging: mail.pogingen }
  const code = 'code' in delivery ? delivery.code : outcome
  if (outcome === 'away') sending.isAway = true
  const isDelayed = outcome === 'delayed'
  const isOld = isTooOld(ctx, isDelayed ? mail.uitgesteldSinds : mail.misluktSinds)
  const isRefused = outcome === 'mailbox_refused' || (isDelayed && isOld)
  const { burgerId, adres } = mail
  // an address that only this mail uses is no longer the citizen's
  const isAside = mail.soort !== 'zaak' && MAILSOORTEN[mail.soort].naar === 'eigen'
  const refused = { burgerId, retourcode: adres.retourcode, code, now: ctx.clock() }
  if (isRefused && (isAside || (await refuseAdres(ctx.pool, refused)))) {
    ctx.log.warn({ ...fields, reason: code }, 'An address refuses mail; its waiting mails are given up and reported')
    return end(ctx, { mail, soort: 'mail_geweigerd', ...told })
  }
  if (outcome === 'unknown' && isOld) {
    ctx.log.error(fields, 'It never became known whether a mail was accepted; given up, and nothing is reported')
    return end(ctx, { mail, soort: 'gemaild', told: [], replaced: [] })
  }
  if ((outcome === 'ours' || outcome === 'away') && isOld) {
    ctx.log.error({ ...fields, reason: code }, 'The mail server did not accept a mail for days; given up and reported')
    return end(ctx, { mail, soort: 'mail_geweigerd', ...told })
  }
  const isUnknown = outcome === 'unknown' || mail.isRepeat
  await retryMail(ctx, { mail, isUnknown, isDelayed, random: sending.random() })
  if (outcome === 'ours') ctx.log.error({ ...fields, reason: code }, 'The mail server refuses our mail; retrying')
  else ctx.log.warn({ ...fields, reason: code }, 'A mail was not accepted; retrying later')
}

/** Only composing the mail would tell which versies it is about. */
function allVersies(mail: ClaimedMail): number[] {
  if (mail.soort !== 'zaak') return []
  return Array.from({ length: mail.tot - mail.van }, (_, index) => mail.van + 1 + index)
}

function end(
  ctx: PublieksportaalContext,
  { told, replaced, ...ended }: Pick<Parameters<typeof endMail>[1], 'mail' | 'soort' | 'isSent'> & Told,
): Promise<void> {
  const versies = (statussen: Told['told']) => statussen.map(({ versie }) => versie)
  return endMail(ctx, { ...ended, told: versies(told), replaced: versies(replaced) })
}
