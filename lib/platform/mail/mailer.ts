import { createTransport } from 'nodemailer'

/** A mail server that does not answer may not hold up a shutdown for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }

/** In plain text, from this system itself. */
export type Mail = { from: string; to: string[]; subject: string; text: string }

export type Mailer = {
  /** Resolves when the mail server has taken it. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** @param url of the mail server, `smtp:` or `smtps:` */
export function createMailer(url: string): Mailer {
  const transport = createTransport({ url, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true })
  return {
    async send({ to, ...mail }) {
      await transport.sendMail({
        ...mail,
        // As an object an address is taken as it is, and never read as a list of more.
        to: to.map((address) => ({ name: '', address })),
        // RFC 3834: nobody's absence assistant answers it
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

/** Whether the mail server answered and refused this mail, so that it may take another. */
export function isRefusal(error: unknown): boolean {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number'
}
