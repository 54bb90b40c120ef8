/**
 * The outcome of sending a mail to one address.
 *
 * - `accepted`: the mail server has it
 * - `mailbox_refused`: it never will, because of the mailbox: it does not exist, or takes no mail
 * - `delayed`: it does not have it, because of this mail or its address; a later attempt may succeed
 * - `ours`: it does not have it, and the cause is how we send, such as a policy of the server or a sign-in
 * - `away`: it does not have it, and the next one would fare no better
 * - `unknown`: it may have it: the connection was lost, or too slow, after the last byte
 */
export type Delivery =
  | { outcome: 'accepted' | 'unknown' }
  | { outcome: 'mailbox_refused' | 'delayed' | 'ours' | 'away'; code: string }

type SmtpError = { code?: string; command?: string; response?: string; responseCode?: number; timeoutType?: string }

/** A reply and its enhanced status code (RFC 3463), such as `550 5.1.1`. */
const REPLY = /^(\d{3})[ -](?:(\d\.\d{1,3}\.\d{1,3})\b)?/
/** Class 5, subject 1 (address) or 2 (mailbox); 5.1.7 and 5.1.8 are about the address of the sender. */
const ABOUT_MAILBOX = /^5\.(?:1\.(?!7$|8$)|2\.)/
/** No such host (5.4.4), and what Microsoft 365 says of an unknown recipient (5.4.1) or domain (5.4.310). */
const ABOUT_DOMAIN = /^5\.4\.(?:1|4|310)$/
/** Behind a reply that has it, such as `550 5.5.0 Mailbox unavailable`, it says no more than that reply. */
const OTHER_PROTOCOL_ERROR = '5.5.0'
/** The replies of RFC 5321 about a mailbox, from a server without enhanced status codes. */
const MAILBOX_REPLIES = ['550', '551', '552', '553']
const CLOSING = '421'
/** The address is looked up here, so a server may be slow to answer for one address and not for the next. */
const ABOUT_THIS_MAIL = ['RCPT TO', 'DATA']

/** @param options.isHandedOver whether the server was given the last byte */
export function failedDelivery(error: unknown, { isHandedOver }: { isHandedOver: boolean }): Delivery {
  const { code = 'EUNKNOWN', command = '', response = '', timeoutType } = error as SmtpError
  const [, reply, status] = REPLY.exec(response) ?? []
  if (!reply) {
    if (isHandedOver) return { outcome: 'unknown' }
    const isSlow = code === 'EABORT' || timeoutType === 'SOCKET_TIMEOUT'
    return { outcome: isSlow ? 'delayed' : 'away', code }
  }
  const told = [reply, status].filter(Boolean).join(' ')
  if (reply === CLOSING || !ABOUT_THIS_MAIL.includes(command)) return { outcome: 'away', code: told }
  if (reply.startsWith('4')) return { outcome: 'delayed', code: told }
  return { outcome: isAboutMailbox({ command, reply, status }) ? 'mailbox_refused' : 'ours', code: told }
}

function isAboutMailbox({ command, reply, status }: { command: string; reply: string; status: string | undefined }) {
  if (status && ABOUT_MAILBOX.test(status)) return true
  if (command !== 'RCPT TO') return false
  if (status && status !== OTHER_PROTOCOL_ERROR) return ABOUT_DOMAIN.test(status)
  return MAILBOX_REPLIES.includes(reply)
}

/**
 * A status in a report of a delivery (RFC 3464). Of class 4 it says that the server gave up after days of
 * trying.
 */
const STATUS = /^[45]\.\d{1,3}\.\d{1,3}\b/
/**
 * A status 4.0.0 or 5.0.0: the server that reports it did not know what the answer of the next server meant.
 */
const UNDEFINED = /^[45]\.0\.0$/
const SMTP_DIAGNOSTIC = /^smtp;\s?/i

/**
 * Why a delivery failed, by what is reported of it. At which command a server answered is not told, so a
 * reply without an enhanced status code says nothing of the mailbox.
 */
export function reportedRefusal({
  status: reported = '',
  diagnostic = '',
}: {
  status: string | undefined
  diagnostic: string | undefined
}): { isAboutMailbox: boolean; code: string } {
  const [own] = STATUS.exec(reported) ?? []
  const [, reply, answered] = REPLY.exec(diagnostic.replace(SMTP_DIAGNOSTIC, '')) ?? []
  const status = own === undefined || UNDEFINED.test(own) ? (answered ?? own) : own
  const code = [reply, status].filter(Boolean).join(' ') || 'EUNKNOWN'
  const isAboutMailbox =
    status !== undefined && (ABOUT_MAILBOX.test(status.replace(/^4/, '5')) || ABOUT_DOMAIN.test(status))
  return { isAboutMailbox, code }
}
