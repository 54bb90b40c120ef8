import { createServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { generate } from 'selfsigned'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { startTestSmtp, type Verdict } from '#tools/servers/smtp-server.ts'
import { MINUTE_MS } from '../durations.ts'
import { DELIVER_LIMIT_MS } from './delivery.ts'
import { createMailer, isRefusal } from './mailer.ts'

const MAIL = { from: 'systeem@gemeente.test', subject: 'Eén bericht', text: 'Dag ☃' }
let verdict: Verdict
let onSilence = () => {}

function say(): Verdict {
  if (verdict === 'silence') onSilence()
  return verdict
}

const smtp = await startTestSmtp({
  onRcpt(address) {
    if (address === 'weg@gemeente.test') return '550 no such mailbox'
    return address === 'rcpt@gemeente.test' ? say() : undefined
  },
  onMail: ({ to }) => (to.includes('data@gemeente.test') ? say() : undefined),
})
const mailer = createMailer(smtp.url)
beforeEach(() => {
  smtp.received.length = 0
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  mailer.close()
  await smtp.close()
})

test('a mail goes to all its recipients and is marked as automatic', async () => {
  await mailer.send({ ...MAIL, to: ['een@gemeente.test', 'twee@gemeente.test'] })
  expect(smtp.received).toMatchObject([{ to: ['een@gemeente.test', 'twee@gemeente.test'] }])
  expect(smtp.received[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
})

test('a mail server on another machine that offers no TLS gets no mail', async () => {
  const elsewhere = createMailer(smtp.url.replace('127.0.0.1', '0.0.0.0'))
  await expect(elsewhere.send({ ...MAIL, to: ['een@gemeente.test'] })).rejects.toMatchObject({ code: 'ETLS' })
  elsewhere.close()
  expect(smtp.received).toEqual([])
})

test('an address with a comma is not split into two addresses', async () => {
  await mailer.send({ ...MAIL, to: ['een@gemeente.test', 'x@a.test, y@b.test\r\nBcc: z@c.test'] }).catch(() => {})
  expect(smtp.received.flatMap(({ to }) => to)).not.toContain('y@b.test')
  expect(smtp.received.map(({ raw }) => raw).join()).not.toMatch(/^Bcc:/im)
})

test('isRefusal tells a refusal from an unreachable mail server', async () => {
  const refused = await mailer.send({ ...MAIL, to: ['weg@gemeente.test'] }).catch((error) => error)
  const away = createMailer('smtp://127.0.0.1:1')
  const failed = await away.send({ ...MAIL, to: ['een@gemeente.test'] }).catch((error) => error)
  away.close()
  expect([refused, failed].map(isRefusal)).toEqual([true, false])
})

const deliver = (to: string, { url = smtp.url } = {}) => {
  const one = createMailer(url, { connections: 1 })
  return one.deliver({ ...MAIL, to: [to], messageId: '<een@gemeente.test>' }).finally(() => one.close())
}

test('a mail has the given Message-ID, a text and an HTML part, and the given headers', async () => {
  const messageId = '<0198@gemeente.test>'
  const headers = { 'Content-Language': 'nl' }
  const mail = { ...MAIL, to: ['een@gemeente.test'], html: '<p>Dag ☃</p>', messageId, headers }
  expect(await mailer.deliver(mail)).toEqual({ outcome: 'accepted' })
  const [{ raw = '', body = '', html = '' } = {}] = smtp.received
  expect(raw).toMatch(/^Message-ID: <0198@gemeente.test>\r$/m)
  expect(raw).toMatch(/^Content-Language: nl\r$/m)
  expect([body.trim(), html.trim()]).toEqual(['Dag ☃', '<p>Dag ☃</p>'])
})

test.each<[string, string, Verdict, object]>([
  ['rcpt', 'there is no such mailbox', '550 5.1.1 No', { outcome: 'refused', code: '550 5.1.1' }],
  ['rcpt', 'there is no such mailbox, without an enhanced status code', '550 No', { outcome: 'refused', code: '550' }],
  ['rcpt', 'the mailbox takes no mail', '550 5.2.1 No', { outcome: 'refused', code: '550 5.2.1' }],
  ['rcpt', 'Microsoft 365 knows no such recipient', '550 5.4.1 No', { outcome: 'refused', code: '550 5.4.1' }],
  ['rcpt', 'there is no such host', '550 5.4.4 No', { outcome: 'refused', code: '550 5.4.4' }],
  ['rcpt', 'the mailbox is unavailable', '550 5.5.0 No', { outcome: 'refused', code: '550 5.5.0' }],
  ['rcpt', 'the server did not expect that command', '503 5.5.0 No', { outcome: 'failed', code: '503 5.5.0' }],
  ['data', 'the server gives no reason', '550 5.5.0 No', { outcome: 'failed', code: '550 5.5.0' }],
  ['data', 'the mailbox is full', '552 5.2.2 No', { outcome: 'refused', code: '552 5.2.2' }],
  ['rcpt', 'their policy refuses us', '550 5.7.1 No', { outcome: 'failed', code: '550 5.7.1' }],
  ['rcpt', 'our own address is bad', '553 5.1.8 No', { outcome: 'failed', code: '553 5.1.8' }],
  ['data', 'our mail looks like spam', '554 No', { outcome: 'failed', code: '554' }],
  ['rcpt', 'the server asks for a retry', '450 4.2.0 Later', { outcome: 'failed', code: '450 4.2.0' }],
  ['data', 'the server is out of space', '452 4.3.1 Later', { outcome: 'failed', code: '452 4.3.1' }],
  ['rcpt', 'the server is closing', '421 4.3.2 Bye', { outcome: 'away', code: '421 4.3.2' }],
  ['rcpt', 'the connection is lost before the mail is sent', 'death', { outcome: 'away', code: 'ECONNECTION' }],
  ['data', 'the connection is lost after its last byte', 'death', { outcome: 'away', code: 'ECONNECTION' }],
])('the outcome at %s, when %s', async (at, _, said, expected) => {
  verdict = said
  expect(await deliver(`${at}@gemeente.test`)).toEqual({ ...expected, mayHaveArrived: said === 'death' })
})

test.each(['rcpt', 'data'])('a server that is silent at %s fails after the limit', async (at) => {
  verdict = 'silence'
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  onSilence = () => vi.advanceTimersByTime(DELIVER_LIMIT_MS)
  expect(await deliver(`${at}@gemeente.test`)).toMatchObject({ outcome: 'failed', mayHaveArrived: true })
})

test('a mail that the server accepts after minutes is accepted', async () => {
  const [arrived, looked] = [Promise.withResolvers<void>(), Promise.withResolvers<Verdict>()]
  const slow = await startTestSmtp({
    onMail() {
      arrived.resolve()
      return looked.promise
    },
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  const delivery = deliver('een@gemeente.test', { url: slow.url })
  await arrived.promise
  vi.advanceTimersByTime(DELIVER_LIMIT_MS - MINUTE_MS)
  looked.resolve(undefined)
  expect(await delivery).toEqual({ outcome: 'accepted' })
  vi.useRealTimers()
  await slow.close()
})

test('a server that cannot be reached is away', async () => {
  expect(await deliver('een@gemeente.test', { url: 'smtp://127.0.0.1:1' })).toMatchObject({ outcome: 'away' })
})

const certificate = generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' }).then(
  ({ cert, private: key }) => ({ cert, key }),
)

test.each([
  ['gets STARTTLS', 'smtp', false],
  ['gets a connection', 'smtps', true],
])('a mail is accepted over TLS, which starts when the server %s', async (_, scheme, secure) => {
  const overTls = await startTestSmtp({ tls: { ...(await certificate), secure } })
  const url = overTls.url.replace('smtp', scheme)
  // The certificate is self-signed.
  expect(await deliver('een@gemeente.test', { url })).toMatchObject({ outcome: 'away' })
  const outcome = await deliver('een@gemeente.test', { url: `${url}?tls.rejectUnauthorized=false` })
  expect(outcome).toEqual({ outcome: 'accepted' })
  expect(overTls.received).toMatchObject([{ to: ['een@gemeente.test'] }])
  await overTls.close()
})

test.each([
  ['without TLS', 'smtp'],
  ['over TLS', 'smtps'],
])('a server that floods the connection, %s, is disconnected before a megabyte', async (_, scheme) => {
  const server = scheme === 'smtps' ? createTlsServer(await certificate) : createServer()
  let said = 0
  const connected = scheme === 'smtps' ? 'secureConnection' : 'connection'
  server.on(connected, (socket) => {
    const timer = setInterval(() => {
      if (!socket.writableNeedDrain) socket.write('\r\n'.repeat(4_000))
      said += 8_000
    }, 1)
    socket.on('error', () => {}).on('close', () => clearInterval(timer))
  })
  const url = `${scheme}://127.0.0.1:${await listen(server)}?tls.rejectUnauthorized=false`
  expect(await deliver('een@gemeente.test', { url })).toMatchObject({ outcome: 'away' })
  expect(said).toBeLessThan(1_000_000)
  server.close()
})
