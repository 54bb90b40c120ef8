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
 * For the way there, which with what it waits for others is shorter than the lease of a mail, and for the answer after the last
 * byte (RFC 5321, 4.5.3.2.6), which is shorter than the wait before it is sent again.
 */
const LIMITS = { limitMs: MINUTE_MS, answerMs: 10 * MINUTE_MS }
/**
 * For so long the answer to one mail keeps the last byte of the next one back. With a server that takes longer, several have no
 * answer at a time, or all that waits would wait for each.
 */
const ONE_AT_A_TIME_MS = 3 * SECOND_MS
/** What the mail server said is recorded within so many attempts, a second apart: while the database starts anew, for instance. */
const RECORDINGS = 30

type Sending = {
  mailer: Mailer
  from: string
  random: () => number
  signal: AbortSignal | undefined
  /** runs one after the other */
  inTurn: ReturnType<typeof createPlaces>
  /** the mail server is away: what is due waits for the next round, with no attempt of its own */
  isAway: boolean
}

/**
 * Mails what is due. A row leaves the outbox only when the mail server has said what became of it, so a process may die at any
 * moment: a mail of which the server had the last byte and that has no answer yet is sent again later, with the same Message-ID,
 * and log and metric say so. Once `signal` aborts that answer is waited for, and the server gets no other last byte.
 * No transaction is open during a call.
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

/** One that fails, because a key is missing or a zaaktype is not whole, waits as others do and holds up none of them. */
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
      ctx.log.error(fields, 'A mail could not be made for days; given up and reported')
      return endMail(ctx, { mail, soort: 'mail_geweigerd', told: allVersies(mail), replaced: [] })
    }
    ctx.log.error(fields, 'A mail could not be made or recorded; trying again')
    await retryMail(ctx, { mail, isUnknown: isHandedOver || mail.isRepeat, random: random() })
  } finally {
    handover.end()
  }
}

/** The step to the last byte of a mail, which one mail takes at a time: until its answer is recorded it may arrive twice. */
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
    /** Whether the step was taken. It is not any more. */
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
  // an address that this mail alone goes to is not in use any more
  const isAside = mail.soort !== 'zaak' && MAILSOORTEN[mail.soort].naar === 'eigen'
  const refused = { burgerId, retourcode: adres.retourcode, code, now: ctx.clock() }
  if (isRefused && (isAside || (await refuseAdres(ctx.pool, refused)))) {
    ctx.log.warn({ ...fields, reason: code }, 'An address takes no mail; what waits for it is given up and reported')
    return end(ctx, { mail, soort: 'mail_geweigerd', ...told })
  }
  if (outcome === 'unknown' && isOld) {
    ctx.log.error(fields, 'It never became known whether a mail was accepted; given up, and nothing is reported')
    return end(ctx, { mail, soort: 'gemaild', told: [], replaced: [] })
  }
  if ((outcome === 'ours' || outcome === 'away') && isOld) {
    ctx.log.error({ ...fields, reason: code }, 'The mail server did not take a mail for days; given up and reported')
    return end(ctx, { mail, soort: 'mail_geweigerd', ...told })
  }
  const isUnknown = outcome === 'unknown' || mail.isRepeat
  await retryMail(ctx, { mail, isUnknown, isDelayed, random: sending.random() })
  if (outcome === 'ours')
    ctx.log.error({ ...fields, reason: code }, 'The mail server does not want our mail; trying again')
  else ctx.log.warn({ ...fields, reason: code }, 'A mail was not accepted; trying again later')
}

/** Which versies would have been told is known only by making the mail. */
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
