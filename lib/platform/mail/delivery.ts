import { MINUTE_MS } from '../durations.ts'

/**
 * The result of sending a mail to one address.
 *
 * - `accepted`: the mail server took it over
 * - `refused`: the mailbox does not exist or takes no mail
 * - `failed`: a later attempt may succeed
 * - `away`: the mail server itself cannot be used, so the next mail would fail too
 *
 * `mayHaveArrived`: there was no reply, so the server may have accepted it.
 */
export type Delivery =
  | { outcome: 'accepted' }
  | { outcome: 'refused' | 'failed' | 'away'; code: string; mayHaveArrived: boolean }

/** The limit of one delivery, including the reply to DATA. */
export const DELIVER_LIMIT_MS = 10 * MINUTE_MS

type SmtpError = { code?: string; command?: string; response?: string; timeoutType?: string }

/** A reply and its enhanced status code (RFC 3463), such as `550 5.1.1`. */
const REPLY = /^(\d{3})[ -](?:(\d\.\d{1,3}\.\d{1,3})\b)?/
/** Class 5, subject 1 (address) or 2 (mailbox); 5.1.7 and 5.1.8 are about the address of the sender. */
const ABOUT_MAILBOX = /^5\.(?:1\.(?!7$|8$)|2\.)/
/** Unknown host (5.4.4); at Microsoft 365 also unknown recipient (5.4.1) or unknown domain (5.4.310). */
const ABOUT_DOMAIN = /^5\.4\.(?:1|4|310)$/
/** A status that adds nothing to the reply, as in `550 5.5.0 Mailbox unavailable`. */
const OTHER_PROTOCOL_ERROR = '5.5.0'
/** The replies of RFC 5321 about a mailbox, for a server that gives no enhanced status code. */
const MAILBOX_REPLIES = ['550', '551', '552', '553']
const CLOSING = '421'
/** Commands whose refusal is about this mail only. */
const ABOUT_THIS_MAIL = ['RCPT TO', 'DATA']

export function failedDelivery(error: unknown): Delivery {
  const { code = 'EUNKNOWN', command = '', response = '', timeoutType } = error as SmtpError
  const [, reply, status] = REPLY.exec(response) ?? []
  if (!reply) {
    // A timeout may be due to this recipient alone: the server looks up the address before it replies.
    const isSlow = code === 'EABORT' || timeoutType === 'SOCKET_TIMEOUT'
    return { outcome: isSlow ? 'failed' : 'away', code, mayHaveArrived: true }
  }
  const failure = { code: [reply, status].filter(Boolean).join(' '), mayHaveArrived: false }
  if (reply === CLOSING || !ABOUT_THIS_MAIL.includes(command)) return { outcome: 'away', ...failure }
  const isRefused = reply.startsWith('5') && isAboutMailbox({ command, reply, status })
  return { outcome: isRefused ? 'refused' : 'failed', ...failure }
}

function isAboutMailbox({ command, reply, status }: { command: string; reply: string; status: string | undefined }) {
  if (status && ABOUT_MAILBOX.test(status)) return true
  if (command !== 'RCPT TO') return false
  if (status && status !== OTHER_PROTOCOL_ERROR) return ABOUT_DOMAIN.test(status)
  return MAILBOX_REPLIES.includes(reply)
}

/** A status in a delivery report (RFC 3464). Class 4 means that the server gave up after days of retries. */
const STATUS = /^[45]\.\d{1,3}\.\d{1,3}\b/
/** The status of a server that did not understand the reply of the next server. */
const UNDEFINED = /^[45]\.0\.0$/
const SMTP_DIAGNOSTIC = /^smtp;\s?/i

/**
 * Returns the reason for a failure in a delivery report. The report does not name the SMTP command, so a
 * reply without an enhanced status code says nothing about the mailbox.
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
