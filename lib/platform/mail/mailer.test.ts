import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMailer, isRefusal, type Mailer } from './mailer.ts'
import { startTestSmtp, type TestSmtp } from './test-smtp.ts'

const MAIL = { from: 'systeem@gemeente.test', subject: 'Eén bericht', text: 'Dag ☃' }
let smtp: TestSmtp
let mailer: Mailer
beforeAll(async () => {
  smtp = await startTestSmtp({ refuse: (address) => address === 'weg@gemeente.test' })
  mailer = createMailer(smtp.url)
})
beforeEach(() => {
  smtp.received.length = 0
})
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
