import { createTransport } from 'nodemailer'
import { isLoopbackHost } from '../http/network.ts'

/** A mail server that does not answer may not hold up a shutdown for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }

/** A plain-text mail that the system itself sends. */
export type Mail = { from: string; to: string[]; subject: string; text: string }

export type Mailer = {
  /** Resolves when the mail server has accepted it. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** @param url of the mail server: `smtps:`, or `smtp:` with STARTTLS, which only one on this machine may lack */
export function createMailer(url: string): Mailer {
  const requireTLS = !isLoopbackHost(new URL(url).hostname)
  const transport = createTransport({ url, requireTLS, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true })
  return {
    async send({ to, ...mail }) {
      await transport.sendMail({
        ...mail,
        // nodemailer takes an address object as one address; it would parse a string as a list of addresses.
        to: to.map((address) => ({ name: '', address })),
        // RFC 3834: stops out-of-office replies
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

/** Whether the mail server refused this mail, as opposed to being unreachable: it may still accept the next one. */
export function isRefusal(error: unknown): boolean {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number'
}
