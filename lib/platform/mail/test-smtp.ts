import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { to: string[]; raw: string; subject: string; body: string }

/**
 * A mail server on loopback.
 *
 * @param options.refuse which recipients it refuses permanently (550); none when absent
 * @param options.dieAfterMail it is gone once it has said that it accepted a mail
 */
export async function startTestSmtp({
  refuse,
  dieAfterMail = false,
}: {
  refuse?: (address: string) => boolean
  dieAfterMail?: boolean
} = {}) {
  const sockets = new Set<Socket>()
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      callback(refuse?.(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined)
    },
    async onData(stream, session, callback) {
      const raw = await text(stream)
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, ...parse(raw) })
      callback()
      if (dieAfterMail) for (const socket of sockets) socket.destroySoon()
    },
  })
  server.server.on('connection', (socket) => sockets.add(socket))
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type TestSmtp = Awaited<ReturnType<typeof startTestSmtp>>

function parse(raw: string) {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const encoded = rest.join('\r\n\r\n')
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/im.exec(head)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? ''
  const body = /quoted-printable/i.test(head) ? decodeQuotedPrintable(encoded) : encoded
  return { subject, body: body.replaceAll('\r\n', '\n') }
}

function decodeQuotedPrintable(encoded: string): string {
  const bytes = encoded
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
