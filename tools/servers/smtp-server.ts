import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { listen } from './listen.ts'

/** `html` is empty when the mail has no such part. */
type ReceivedMail = { from: string; to: string[]; raw: string; subject: string; body: string; html: string }

/** A reply, such as `550 5.1.1 No such mailbox`; no reply; or a lost connection. `undefined` accepts. */
export type Verdict = string | 'silence' | 'death' | undefined

/**
 * Starts a mail server on loopback.
 *
 * @param options.refuse true for a recipient that it refuses permanently (550)
 * @param options.onRcpt its reply to a recipient
 * @param options.onMail its reply to a mail, which is in `received` whatever the reply is
 * @param options.dieAfterMail it closes all connections after its reply to a mail
 * @param options.tls its certificate; `secure`: TLS from the start instead of after STARTTLS
 */
export async function startTestSmtp({
  refuse,
  onRcpt = (address) => (refuse?.(address) ? '550 no such mailbox' : undefined),
  onMail,
  dieAfterMail = false,
  tls,
}: {
  refuse?: (address: string) => boolean
  onRcpt?: (address: string) => Verdict | Promise<Verdict>
  onMail?: (mail: ReceivedMail) => Verdict | Promise<Verdict>
  dieAfterMail?: boolean
  tls?: { key: string; cert: string; secure: boolean }
} = {}) {
  const sockets = new Set<Socket>()
  const received: ReceivedMail[] = []
  const die = () => {
    for (const socket of sockets) socket.destroy()
  }
  function say(verdict: Verdict, callback: (error?: Error) => void) {
    if (verdict === 'death') die()
    else if (verdict !== 'silence') callback(verdict === undefined ? undefined : replyOf(verdict))
  }
  const server = new SMTPServer({
    ...tls,
    disabledCommands: ['AUTH', ...(tls ? [] : ['STARTTLS'])],
    hideENHANCEDSTATUSCODES: true,
    async onRcptTo({ address }, _session, callback) {
      say(await onRcpt(address), callback)
    },
    async onData(stream, session, callback) {
      const raw = await text(stream).catch(() => undefined)
      // The client disconnected in the middle.
      if (raw === undefined) return
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
      const mail = { from, to: session.envelope.rcptTo.map(({ address }) => address), raw, ...parse(raw) }
      received.push(mail)
      say(await onMail?.(mail), callback)
      if (dieAfterMail) for (const socket of sockets) socket.destroySoon()
    },
  })
  server.server.on('connection', (socket) => sockets.add(socket))
  server.on('error', () => {})
  return {
    url: `smtp://127.0.0.1:${await listen(server.server)}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        die()
      }),
  }
}

function replyOf(verdict: string): Error {
  const [, code, said] = /^(\d{3}) (.*)$/.exec(verdict) ?? []
  return Object.assign(new Error(said), { responseCode: Number(code) })
}

export type TestSmtp = Awaited<ReturnType<typeof startTestSmtp>>

function parse(raw: string): { subject: string; body: string; html: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const content = rest.join('\r\n\r\n')
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/im.exec(head)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? ''
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1]
  if (boundary) {
    const parts = content.split(`--${boundary}`).map((part) => parse(part.replace(/^\r\n/, '')))
    return { subject, body: parts[1]?.body ?? '', html: parts[2]?.body ?? '' }
  }
  const body = /quoted-printable/i.test(head) ? decodeQuotedPrintable(content) : content
  return { subject, body: body.replaceAll('\r\n', '\n'), html: '' }
}

function decodeQuotedPrintable(encoded: string): string {
  const bytes = encoded
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
