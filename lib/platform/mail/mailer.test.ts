import { createServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { generate } from 'selfsigned'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE_MS } from '../durations.ts'
import { listen } from '../test-listen.ts'
import { DELIVER_LIMIT_MS } from './delivery.ts'
import { createMailer, isRefusal } from './mailer.ts'
import { startTestSmtp, type Verdict } from './test-smtp.ts'

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

test('a mail goes to all its recipients and says that no person wrote it', async () => {
  await mailer.send({ ...MAIL, to: ['een@gemeente.test', 'twee@gemeente.test'] })
  expect(smtp.received).toMatchObject([{ to: ['een@gemeente.test', 'twee@gemeente.test'] }])
  expect(smtp.received[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
})

test('nothing is said in plaintext to a mail server elsewhere that offers no TLS', async () => {
  const elsewhere = createMailer(smtp.url.replace('127.0.0.1', '0.0.0.0'))
  await expect(elsewhere.send({ ...MAIL, to: ['een@gemeente.test'] })).rejects.toMatchObject({ code: 'ETLS' })
  elsewhere.close()
  expect(smtp.received).toEqual([])
})

test('an address that holds more than one is no list of addresses', async () => {
  await mailer.send({ ...MAIL, to: ['een@gemeente.test', 'x@a.test, y@b.test\r\nBcc: z@c.test'] }).catch(() => {})
  expect(smtp.received.flatMap(({ to }) => to)).not.toContain('y@b.test')
  expect(smtp.received.map(({ raw }) => raw).join()).not.toMatch(/^Bcc:/im)
})

test('a refusal is told from a mail server that is away', async () => {
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

test('a mail keeps its Message-ID, has both forms, and says what else it is told to', async () => {
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
  ['rcpt', 'there is none, by a server without further codes', '550 No', { outcome: 'refused', code: '550' }],
  ['rcpt', 'the mailbox takes no mail', '550 5.2.1 No', { outcome: 'refused', code: '550 5.2.1' }],
  ['rcpt', 'Microsoft 365 knows no such recipient', '550 5.4.1 No', { outcome: 'refused', code: '550 5.4.1' }],
  ['rcpt', 'there is no such host', '550 5.4.4 No', { outcome: 'refused', code: '550 5.4.4' }],
  ['rcpt', 'the mailbox is unavailable', '550 5.5.0 No', { outcome: 'refused', code: '550 5.5.0' }],
  ['rcpt', 'it did not expect that command', '503 5.5.0 No', { outcome: 'failed', code: '503 5.5.0' }],
  ['data', 'it does not say what is wrong', '550 5.5.0 No', { outcome: 'failed', code: '550 5.5.0' }],
  ['data', 'the mailbox is full', '552 5.2.2 No', { outcome: 'refused', code: '552 5.2.2' }],
  ['rcpt', 'our policy is not theirs', '550 5.7.1 No', { outcome: 'failed', code: '550 5.7.1' }],
  ['rcpt', 'our own address is bad', '553 5.1.8 No', { outcome: 'failed', code: '553 5.1.8' }],
  ['data', 'our mail looks like spam', '554 No', { outcome: 'failed', code: '554' }],
  ['rcpt', 'it asks to come back', '450 4.2.0 Later', { outcome: 'failed', code: '450 4.2.0' }],
  ['data', 'it is out of space', '452 4.3.1 Later', { outcome: 'failed', code: '452 4.3.1' }],
  ['rcpt', 'it is closing', '421 4.3.2 Bye', { outcome: 'away', code: '421 4.3.2' }],
  ['rcpt', 'the connection is lost before the mail was given', 'death', { outcome: 'away', code: 'ECONNECTION' }],
  ['data', 'the connection is lost after its last byte', 'death', { outcome: 'away', code: 'ECONNECTION' }],
])('at %s: when %s, that is told', async (at, _, said, expected) => {
  verdict = said
  expect(await deliver(`${at}@gemeente.test`)).toEqual({ ...expected, mayHaveArrived: said === 'death' })
})

test.each(['rcpt', 'data'])('a server that is silent at %s is waited for no longer than the limit', async (at) => {
  verdict = 'silence'
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  onSilence = () => vi.advanceTimersByTime(DELIVER_LIMIT_MS)
  expect(await deliver(`${at}@gemeente.test`)).toMatchObject({ outcome: 'failed', mayHaveArrived: true })
})

test('a server that looks at a mail for minutes before it accepts it is waited for', async () => {
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
  ['is asked to', 'smtp', false],
  ['is connected', 'smtps', true],
])('a mail goes to a server that speaks TLS once it %s', async (_, scheme, secure) => {
  const overTls = await startTestSmtp({ tls: { ...(await certificate), secure } })
  const url = overTls.url.replace('smtp', scheme)
  // whose certificate nobody vouches for
  expect(await deliver('een@gemeente.test', { url })).toMatchObject({ outcome: 'away' })
  const outcome = await deliver('een@gemeente.test', { url: `${url}?tls.rejectUnauthorized=false` })
  expect(outcome).toEqual({ outcome: 'accepted' })
  expect(overTls.received).toMatchObject([{ to: ['een@gemeente.test'] }])
  await overTls.close()
})

test.each([
  ['without TLS', 'smtp'],
  ['over TLS', 'smtps'],
])('a server that says more than it was asked, %s, is left soon', async (_, scheme) => {
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
