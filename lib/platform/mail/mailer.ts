import { Readable } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { SMTPTransportGetSocket } from 'nodemailer/lib/smtp-transport'
import { MINUTE_MS } from '../durations.ts'
import { isLoopbackHost } from '../http/network.ts'
import { connectBounded } from './bounded-connection.ts'
import { type Delivery, failedDelivery } from './delivery.ts'

/** A mail server that does not answer may not hold up a shutdown for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }
/** For a mail of the system itself, also to a server that trickles its answers. */
const SEND_LIMIT_MS = MINUTE_MS

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

type DeliverOptions = {
  /** for the way there, also of a server that trickles its answers */
  limitMs: number
  /**
   * for the server to say after the last byte whether it accepts the mail (RFC 5321, 4.5.3.2.6: ten minutes)
   */
  answerMs: number
  /**
   * awaited when the server has all but the last byte, with which it takes the mail; a rejection keeps that
   * byte back
   */
  beforeLastByte: () => Promise<void>
  /** ends what has not come to the last byte when it aborts */
  signal?: AbortSignal | undefined
}

export type Mailer = {
  /** Resolves when the mail server has accepted it. */
  send(mail: Mail): Promise<void>
  /** Tells what became of it. */
  deliver(mail: Mail & { messageId: string }, options: DeliverOptions): Promise<Delivery>
  close(): void
}

/**
 * @param url of the mail server: `smtps:`, or `smtp:` with STARTTLS, which only one on this machine may lack
 * @param options.connections kept open for the next mail, up to so many; when absent each mail has one of its
 * own
 */
export function createMailer(url: string, { connections }: { connections?: number } = {}): Mailer {
  const requireTLS = !isLoopbackHost(new URL(url).hostname)
  const fixed = { url, requireTLS, ...TIMEOUTS, getSocket, disableFileAccess: true, disableUrlAccess: true }
  const transport = connections
    ? createTransport({
        ...fixed,
        pool: true,
        maxConnections: connections,
        // the pool would not know that it sends a mail for the second time
        maxRequeues: 0,
        // `deliver` has limits of its own: a server that looks at a mail for long before it accepts it is not
        // away
        socketTimeout: 15 * MINUTE_MS,
      })
    : createTransport(fixed)
  /** The callback before the last byte of a mail, by Message-ID. */
  const lastByte = new Map<unknown, () => Promise<void>>()
  transport.use('stream', ({ data, message }, done) => {
    // the last stage, and one that does not read ahead: what is before it has ended when the server is not
    // yet connected
    message.processFunc((source) => Readable.from(holdLastByte(source, () => lastByte.get(data.messageId)?.())))
    done()
  })
  return {
    async send(mail) {
      await transport.sendMail({ ...toMessage(mail), signal: AbortSignal.timeout(SEND_LIMIT_MS) })
    },
    async deliver(mail, { limitMs, answerMs, beforeLastByte, signal }) {
      const giveUp = new AbortController()
      const stop = () => giveUp.abort()
      let limit = setTimeout(stop, limitMs)
      let isHandedOver = false
      let isOver = false
      signal?.addEventListener('abort', stop)
      if (signal?.aborted) stop()
      lastByte.set(mail.messageId, async () => {
        clearTimeout(limit)
        await beforeLastByte()
        if (isOver) return
        signal?.removeEventListener('abort', stop)
        isHandedOver = true
        limit = setTimeout(stop, answerMs)
      })
      try {
        await transport.sendMail({ ...toMessage(mail), signal: giveUp.signal })
        return { outcome: 'accepted' }
      } catch (error) {
        return failedDelivery(error, { isHandedOver })
      } finally {
        isOver = true
        clearTimeout(limit)
        signal?.removeEventListener('abort', stop)
        lastByte.delete(mail.messageId)
      }
    },
    close: () => transport.close(),
  }
}

const getSocket: SMTPTransportGetSocket = (server, callback) =>
  connectBounded({ ...server, limitMs: TIMEOUTS.connectionTimeout }, callback)

/** The dot that ends a mail (RFC 5321, 4.1.1.4) follows when this has ended. */
async function* holdLastByte(source: Readable, before: () => Promise<void> | undefined): AsyncGenerator<Buffer> {
  yield* source
  await before()
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

/**
 * True when the mail server refused this mail, as opposed to being unreachable: it may still accept the next
 * one.
 */
export function isRefusal(error: unknown): boolean {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number'
}
