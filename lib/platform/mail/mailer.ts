import { createTransport, type SendMailOptions } from 'nodemailer'
import type { SMTPTransportGetSocket } from 'nodemailer/lib/smtp-transport'
import { MINUTE_MS } from '../durations.ts'
import { isLoopbackHost } from '../http/network.ts'
import { connectBounded } from './bounded-connection.ts'
import { DELIVER_LIMIT_MS, type Delivery, failedDelivery } from './delivery.ts'

/** A mail server that does not answer may not hold up a shutdown for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }
/** The limit of `send`, for a server that trickles its replies. */
const SEND_LIMIT_MS = MINUTE_MS

export type Mail = {
  from: string | { name: string; address: string }
  to: string[]
  /** address for delivery reports; the sender when absent */
  returnPath?: string | undefined
  subject: string
  text: string
  html?: string
  /** in angle brackets; generated when absent */
  messageId?: string
  headers?: Record<string, string>
}

export type Mailer = {
  /** Resolves when the mail server has accepted it. */
  send(mail: Mail): Promise<void>
  /** Waits for the reply as long as RFC 5321 (4.5.3.2.6) asks: giving up earlier sends a mail twice. */
  deliver(mail: Mail & { messageId: string }): Promise<Delivery>
  close(): void
}

/**
 * @param url `smtps:`, or `smtp:` with STARTTLS, which is optional for a server on this machine
 * @param options.connections size of the connection pool; a connection per mail when absent
 */
export function createMailer(url: string, { connections }: { connections?: number } = {}): Mailer {
  const requireTLS = !isLoopbackHost(new URL(url).hostname)
  const fixed = { url, requireTLS, ...TIMEOUTS, getSocket, disableFileAccess: true, disableUrlAccess: true }
  const transport = connections
    ? createTransport({
        ...fixed,
        pool: true,
        maxConnections: connections,
        maxRequeues: 0,
        socketTimeout: DELIVER_LIMIT_MS,
      })
    : createTransport(fixed)
  return {
    async send(mail) {
      await transport.sendMail({ ...toMessage(mail), signal: AbortSignal.timeout(SEND_LIMIT_MS) })
    },
    async deliver(mail) {
      const limit = new AbortController()
      const timer = setTimeout(() => limit.abort(), DELIVER_LIMIT_MS)
      try {
        await transport.sendMail({ ...toMessage(mail), signal: limit.signal })
        return { outcome: 'accepted' }
      } catch (error) {
        return failedDelivery(error)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => transport.close(),
  }
}

const getSocket: SMTPTransportGetSocket = (server, callback) =>
  connectBounded({ ...server, limitMs: TIMEOUTS.connectionTimeout }, callback)

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

/** True when the mail server refused this mail, so that it may accept the next one. */
export function isRefusal(error: unknown): boolean {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number'
}
