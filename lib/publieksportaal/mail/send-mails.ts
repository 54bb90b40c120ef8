import { decrypt } from '#lib/platform/crypto/encryption.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { platformEnv } from '#lib/platform/env.ts'
import type { Delivery } from '#lib/platform/mail/delivery.ts'
import { createMailer, type Mail, type Mailer } from '#lib/platform/mail/mailer.ts'
import { readKleuren } from '#lib/ui/huisstijl/read-kleuren.ts'
import type { PublieksportaalContext } from '../context.ts'
import { decryptAdres } from '../emailadres/adres.ts'
import { mailServer } from '../env.ts'
import { findZaakOfBurger } from '../zaak/find-zaak-of-burger.ts'
import { type BevestigingMail, type ClaimedMail, claimMail, type ZaakMail } from './claim-mail.ts'
import { composeBevestigingMail } from './compose-bevestiging-mail.ts'
import { composeZaakMail } from './compose-zaak-mail.ts'
import { afmeldLink, afmeldUrl, bevestigingLink, zaakLink } from './links.ts'
import { type MailContent, mailText } from './mail-content.ts'
import { mailHtml } from './mail-html.ts'
import { endMail, isTooOld, refuseAdres, retryMail } from './settle-mail.ts'
import { type Told, toldStatussen } from './told-statussen.ts'

/** So many mails at once: while the server is slow about one address, the others go on. */
const PLACES = 4
/** Shorter than the lease of a mail. */
const SEND_LIMIT_MS = 60 * SECOND_MS
/** Then others get their turn, such as the end of the process. */
const ROUND_MS = 60 * SECOND_MS

const NOTHING: Told = { told: [], replaced: [] }

type Sending = {
  mailer: Mailer
  from: string
  random: () => number
  limitMs: number
  /** the mail server is away: what is due waits for the next round, with no attempt of its own */
  isAway: boolean
}

/**
 * Mails what is due. A row leaves the outbox only when the mail server has said what became of it, so a process may die at any
 * moment: what it had sent may be sent again, with the same Message-ID, and the log says so. No transaction is open during
 * a call.
 */
export async function sendMails(
  ctx: PublieksportaalContext,
  {
    signal,
    random = Math.random,
    limitMs = SEND_LIMIT_MS,
  }: { signal?: AbortSignal; random?: () => number; limitMs?: number } = {},
): Promise<void> {
  const server = mailServer(ctx.env)
  if (!server) return
  const sending = {
    mailer: createMailer(server.url, { connections: PLACES }),
    from: server.from,
    random,
    limitMs,
    isAway: false,
  }
  const endMs = performance.now() + ROUND_MS
  async function work() {
    while (!sending.isAway && !signal?.aborted && performance.now() < endMs) {
      const mail = await claimMail(ctx)
      if (mail === undefined) return
      if (mail) await sendMail(ctx, sending, mail)
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: PLACES }, work))
  sending.mailer.close()
  const failed = outcomes.find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}

/** One that fails, because a key is missing or a zaaktype is not whole, waits as others do and holds up none of them. */
async function sendMail(ctx: PublieksportaalContext, sending: Sending, mail: ClaimedMail): Promise<void> {
  try {
    await (mail.soort === 'zaak' ? sendZaakMail(ctx, sending, mail) : sendBevestigingMail(ctx, sending, mail))
  } catch (err) {
    ctx.log.error({ err, objectSoort: 'mail', objectId: mail.id }, 'A mail could not be made or recorded; trying again')
    await retryMail(ctx, { mail, isUnknown: true, random: sending.random() })
  }
}

async function sendBevestigingMail(ctx: PublieksportaalContext, sending: Sending, mail: BevestigingMail) {
  const { id, taal, token } = mail
  const code = decrypt(ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { ...token, boundTo: id }).toString()
  const content = composeBevestigingMail({ taal, gemeente: gemeente(), link: bevestigingLink(ctx.env, code) })
  const delivery = await deliver(ctx, sending, { mail, content })
  await settle(ctx, sending, { mail, delivery, ...NOTHING })
}

async function sendZaakMail(ctx: PublieksportaalContext, sending: Sending, mail: ZaakMail): Promise<void> {
  const { zaakId, burgerId } = mail
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  // removed meanwhile, and its mails with it
  if (!zaak) return
  const { told, replaced } = toldStatussen(zaak, mail)
  if (told.length === 0) return end(ctx, { mail, told, replaced })
  if (mail.isRepeat) {
    ctx.log.warn({ zaakId, objectSoort: 'mail', objectId: mail.id }, 'A mail that may have arrived is sent again')
  }
  const content = composeZaakMail({
    zaak,
    told,
    taal: mail.taal,
    gemeente: gemeente(),
    links: { zaak: zaakLink(ctx.env, zaakId), afmelden: afmeldLink(ctx.env, mail.afmeldcode) },
    now: ctx.clock(),
  })
  const delivery = await deliver(ctx, sending, { mail, content })
  await settle(ctx, sending, { mail, delivery, told, replaced })
}

function gemeente() {
  const { GEMEENTE_NAAM: naam, GEMEENTE_TELEFOON: telefoon } = platformEnv()
  return { naam, telefoon }
}

async function deliver(
  ctx: PublieksportaalContext,
  { mailer, from, limitMs }: Sending,
  { mail, content }: { mail: ClaimedMail; content: MailContent },
): Promise<Delivery> {
  const { naam } = gemeente()
  const message: Mail & { messageId: string } = {
    from: { name: naam, address: from },
    to: [decryptAdres(ctx, { burgerId: mail.burgerId, ...mail.adres })],
    subject: content.subject,
    text: mailText(content),
    html: mailHtml(content, { gemeente: naam, ...readKleuren(platformEnv().HUISSTIJL) }),
    messageId: `<${mail.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    headers: {
      'Content-Language': mail.taal,
      ...(mail.soort === 'zaak' && {
        'List-Unsubscribe': `<${afmeldUrl(ctx.env, mail.afmeldcode)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
  return mailer.deliver(message, { limitMs })
}

async function settle(
  ctx: PublieksportaalContext,
  sending: Sending,
  { mail, delivery, ...told }: { mail: ClaimedMail; delivery: Delivery } & Told,
): Promise<void> {
  const { outcome } = delivery
  if (outcome === 'accepted') return end(ctx, { mail, ...told })
  const fields = { objectSoort: 'mail', objectId: mail.id, poging: mail.pogingen }
  const code = 'code' in delivery ? delivery.code : outcome
  const isOld = isTooOld(ctx, mail)
  const isRefused = outcome === 'mailbox_refused' || (outcome === 'delayed' && isOld)
  if (isRefused && (await refuseAdres(ctx, { mail, code }))) {
    return ctx.log.warn({ ...fields, reason: code }, 'An address takes no mail; what waits for it is given up')
  }
  if (outcome === 'unknown' && isOld) {
    ctx.log.error(fields, 'It never became known whether a mail was accepted; given up, and nothing is reported')
    return end(ctx, { mail, ...NOTHING })
  }
  if (outcome === 'away') sending.isAway = true
  const isUnknown = outcome === 'unknown' || (mail.soort === 'zaak' && mail.isRepeat)
  await retryMail(ctx, { mail, isUnknown, random: sending.random() })
  if (outcome === 'ours')
    ctx.log.error({ ...fields, reason: code }, 'The mail server does not want our mail; trying again')
  else ctx.log.warn({ ...fields, reason: code }, 'A mail was not accepted; trying again later')
}

function end(ctx: PublieksportaalContext, { mail, told, replaced }: { mail: ClaimedMail } & Told): Promise<void> {
  const versies = (statussen: Told['told']) => statussen.map(({ versie }) => versie)
  return endMail(ctx, { mail, told: versies(told), replaced: versies(replaced) })
}
