import { PassThrough } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { MINUTE_MS } from '../durations.ts'
import { isLoopbackHost } from '../http/network.ts'
import { type Delivery, failedDelivery } from './delivery.ts'

/** A mail server that does not answer may not hold up a shutdown for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }

/** A mail that the system itself sends. */
export type Mail = {
  from: string | { name: string; address: string }
  to: string[]
  /** where it is told when it cannot be delivered; to the sender when absent */
  returnPath?: string | undefined
  subject: string
  text: string
  html?: string
  /** with its brackets; a new one when absent */
  messageId?: string
  headers?: Record<string, string>
}

export type Mailer = {
  /** Resolves when the mail server has accepted it. */
  send(mail: Mail): Promise<void>
  /**
   * Tells what became of it: within `limitMs` for the way there, also of a server that trickles its answers, and `answerMs` for
   * the server to say after the last byte whether it accepts it (RFC 5321, 4.5.3.2.6: ten minutes).
   */
  deliver(mail: Mail & { messageId: string }, options: { limitMs: number; answerMs: number }): Promise<Delivery>
  close(): void
}

/**
 * @param url of the mail server: `smtps:`, or `smtp:` with STARTTLS, which only one on this machine may lack
 * @param options.connections kept open for the next mail, up to so many; when absent each mail has one of its own
 */
export function createMailer(url: string, { connections }: { connections?: number } = {}): Mailer {
  const requireTLS = !isLoopbackHost(new URL(url).hostname)
  const fixed = { url, requireTLS, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true }
  const transport = connections
    ? createTransport({
        ...fixed,
        pool: true,
        maxConnections: connections,
        // the pool would not know that it sends a mail for the second time
        maxRequeues: 0,
        // `deliver` has limits of its own: a server that looks at a mail for long before it accepts it is not away
        socketTimeout: 15 * MINUTE_MS,
      })
    : createTransport(fixed)
  /** By Message-ID: what to do once the server has the last byte of a mail. The dot follows, and then only its answer tells. */
  const onHandedOver = new Map<unknown, () => void>()
  transport.use('stream', ({ data, message }, done) => {
    // the last stage: one before it ends as soon as this one has read ahead
    message.processFunc((source) =>
      source.pipe(new PassThrough()).once('end', () => onHandedOver.get(data.messageId)?.()),
    )
    done()
  })
  return {
    async send(mail) {
      await transport.sendMail(toMessage(mail))
    },
    async deliver(mail, { limitMs, answerMs }) {
      const giveUp = new AbortController()
      let limit = setTimeout(() => giveUp.abort(), limitMs)
      let isHandedOver = false
      onHandedOver.set(mail.messageId, () => {
        isHandedOver = true
        clearTimeout(limit)
        limit = setTimeout(() => giveUp.abort(), answerMs)
      })
      try {
        await transport.sendMail({ ...toMessage(mail), signal: giveUp.signal })
        return { outcome: 'accepted' }
      } catch (error) {
        return failedDelivery(error, { isHandedOver })
      } finally {
        clearTimeout(limit)
        onHandedOver.delete(mail.messageId)
      }
    },
    close: () => transport.close(),
  }
}

function toMessage({ to, headers, returnPath, ...mail }: Mail): SendMailOptions {
  return {
    ...mail,
    ...(returnPath && { envelope: { from: returnPath, to } }),
    // nodemailer takes an address object as one address; it would parse a string as a list of addresses.
    to: to.map((address) => ({ name: '', address })),
    // RFC 3834: stops out-of-office replies
    headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
  }
}

/** Whether the mail server refused this mail, as opposed to being unreachable: it may still accept the next one. */
export function isRefusal(error: unknown): boolean {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number'
}
