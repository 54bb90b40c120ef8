import { createMailer, type Mailer } from '#lib/platform/mail/mailer.ts'
import type { PublieksportaalContext } from '../context.ts'
import { mailServer } from '../env.ts'
import { PLACES, sendDue } from '../outbox/attempts.ts'
import { claimMail } from './claim-mail.ts'
import type { ClaimedMail } from './claimed-mail.ts'
import { composeMail, toMessage } from './compose-mail.ts'
import { renewBevestiging } from './emailadres/verify-emailadres.ts'
import { MAILSOORTEN } from './mailsoorten.ts'
import { endMail, isTooOld, refuseAdres, retryMail } from './settle-mail.ts'
import type { Told } from './told-statussen.ts'

type Sending = {
  mailer: Mailer
  from: string
  random: () => number
  /** True when the mail server cannot be used: due mails wait for the next round, without an attempt. */
  isAway: boolean
}

/**
 * Sends the due mails at least once: a row leaves the outbox only when the response of the mail server is
 * recorded. If the process dies before, the mail is sent again after its lease, with the same Message-ID and
 * changes. No transaction is open during a call.
 */
export async function sendMails(
  ctx: PublieksportaalContext,
  { signal, random = Math.random }: { signal?: AbortSignal; random?: () => number } = {},
): Promise<void> {
  const server = mailServer(ctx.env)
  if (!server) return
  const mailer = createMailer(server.url, { connections: PLACES })
  const sending = { mailer, from: server.from, random, isAway: false }
  const sendNext = async () => {
    const mail = sending.isAway ? undefined : await claimMail(ctx)
    if (mail) await sendMail(ctx, sending, mail)
    return mail !== undefined
  }
  await sendDue(sendNext, signal).finally(() => mailer.close())
}

async function sendMail(ctx: PublieksportaalContext, sending: Sending, mail: ClaimedMail): Promise<void> {
  let { mayHaveArrived } = mail
  try {
    const composed = await composeMail(ctx, mail)
    if (!composed) return
    const { content, ...told } = composed
    if (mail.soort === 'zaak' && mail.isUndeliverable) return await end(ctx, { mail, soort: 'mail_geweigerd', ...told })
    if (!content) return await end(ctx, { mail, soort: 'gemaild', isSent: false, ...told })
    const message = toMessage(ctx, { mail, content, from: sending.from })
    if (mail.soort === 'bevestiging') await renewBevestiging(ctx, { burgerId: mail.burgerId, ...mail.adres })
    mayHaveArrived = true
    const delivery = await sending.mailer.deliver(message)
    if (delivery.outcome === 'accepted') return await end(ctx, { mail, soort: 'gemaild', ...told })
    if (delivery.outcome === 'away') sending.isAway = true
    await settleFailed(ctx, { mail, delivery, told, random: sending.random() })
  } catch (err) {
    // A mail that cannot be composed, because a key is missing or a zaaktype is incomplete, blocks no other.
    const fields = { err, objectSoort: 'mail', objectId: mail.id }
    if (isTooOld(ctx, mail.misluktSinds)) {
      ctx.log.error(fields, 'A mail could not be made for days; given up and reported')
      return endMail(ctx, { mail, soort: 'mail_geweigerd', told: allVersies(mail), replaced: [] })
    }
    ctx.log.error(fields, 'A mail could not be made or recorded; trying again')
    await retryMail(ctx, { mail, mayHaveArrived, random: sending.random() })
  }
}

type Failed = Exclude<Awaited<ReturnType<Mailer['deliver']>>, { outcome: 'accepted' }>

async function settleFailed(
  ctx: PublieksportaalContext,
  {
    mail,
    delivery: { outcome, code, mayHaveArrived },
    told,
    random,
  }: { mail: ClaimedMail; delivery: Failed; told: Told; random: number },
): Promise<void> {
  const fields = { objectSoort: 'mail', objectId: mail.id, poging: mail.pogingen, reason: code }
  const { burgerId, adres } = mail
  // No other mail goes to such an address, so its refusal need not be recorded.
  const isAside = mail.soort !== 'zaak' && MAILSOORTEN[mail.soort].naar === 'eigen'
  const refused = { burgerId, retourcode: adres.retourcode, code, now: ctx.clock() }
  if (outcome === 'refused' && (isAside || (await refuseAdres(ctx.pool, refused)))) {
    ctx.log.warn(fields, 'An address takes no mail; what waits for it is given up and reported')
    return end(ctx, { mail, soort: 'mail_geweigerd', ...told })
  }
  if (isTooOld(ctx, mail.misluktSinds)) {
    ctx.log.error(fields, 'A mail was not accepted for days; given up and reported')
    return end(ctx, { mail, soort: 'mail_geweigerd', ...told })
  }
  await retryMail(ctx, { mail, mayHaveArrived: mayHaveArrived || mail.mayHaveArrived, random })
  // Any other 5xx is about us: the server, or one behind it, refuses our mail until somebody acts.
  if (outcome !== 'refused' && code.startsWith('5'))
    ctx.log.error(fields, 'The mail server does not want our mail; trying again')
  else ctx.log.warn(fields, 'A mail was not accepted; trying again later')
}

/** Returns all versies, because only composing the mail would show which of them it tells. */
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
