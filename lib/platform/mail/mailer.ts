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
  /** Tells what became of it, within `limitMs`, also of a server that trickles its answer. */
  deliver(mail: Mail & { messageId: string }, options: { limitMs: number }): Promise<Delivery>
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
        // `deliver` has a limit of its own: a server that looks at a mail for long before it accepts it is not away
        socketTimeout: 10 * MINUTE_MS,
      })
    : createTransport(fixed)
  /** By Message-ID: mails of which the server was given the last byte. The dot follows, and then only its answer tells. */
  const handedOver = new Set<unknown>()
  transport.use('stream', ({ data, message }, done) => {
    // the last stage: one before it ends as soon as this one has read ahead
    message.processFunc((source) => source.pipe(new PassThrough()).once('end', () => handedOver.add(data.messageId)))
    done()
  })
  return {
    async send(mail) {
      await transport.sendMail(toMessage(mail))
    },
    async deliver(mail, { limitMs }) {
      try {
        await transport.sendMail({ ...toMessage(mail), signal: AbortSignal.timeout(limitMs) })
        return { outcome: 'accepted' }
      } catch (error) {
        return failedDelivery(error, { isHandedOver: handedOver.has(mail.messageId) })
      } finally {
        handedOver.delete(mail.messageId)
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
