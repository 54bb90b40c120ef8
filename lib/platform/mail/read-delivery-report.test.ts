import { expect, test } from 'vitest'
import { readDeliveryReport } from './read-delivery-report.ts'
import { exim, gmail, holiday, letter, microsoft, nested, postfix } from './test-delivery-reports.ts'

const to = 'bounce+0123@gemeente.test'
const read = (raw: string) => readDeliveryReport(Buffer.from(raw))

test.each([
  ['Postfix', postfix({ to }), '550 5.1.1'],
  ['Exim', exim({ to }), '550 5.1.1'],
  ['Microsoft 365', microsoft({ to }), '550 5.1.10'],
  ['Gmail', gmail({ to }), '550 5.1.1'],
  ['Gmail, of a full mailbox', gmail({ to, status: '5.2.2' }), '550 5.2.2'],
  ['one that gave up after days', postfix({ to, status: '4.2.2', diagnostic: '452 4.2.2 Mailbox full' }), '452 4.2.2'],
  ['Microsoft 365, of a recipient it does not know', postfix({ to, status: '5.4.1' }), '550 5.4.1'],
  ['Microsoft 365, of a domain that is not there', microsoft({ to, status: '5.4.310' }), '550 5.4.310'],
  ['no such host', postfix({ to, status: '5.4.4', diagnostic: 'Host or domain name not found' }), '5.4.4'],
  ['one that gives no answer of the other', postfix({ to, diagnostic: 'x' }), '5.1.1'],
])('a mailbox that takes no mail is told by a report of %s', async (_, raw, code) => {
  expect(await read(raw)).toEqual({ outcome: 'refused', code, to: expect.stringContaining(to) })
})

test.each([
  ['policy', postfix({ to, status: '5.7.1' }), '550 5.7.1'],
  ['our sender', gmail({ to, status: '5.1.8' }), '550 5.1.8'],
  [
    'the way there, after days',
    postfix({ to, status: '4.4.1', diagnostic: 'connect to mx.mail.test: timed out' }),
    '4.4.1',
  ],
  ['an unavailable mailbox, or not', postfix({ to, status: '5.5.0' }), '550 5.5.0'],
  ['it is not told what', exim({ to, diagnostic: '550 Administrative prohibition' }), '550 5.0.0'],
])('a mail that failed because of %s says nothing of the mailbox', async (_, raw, code) => {
  expect(await read(raw)).toMatchObject({ outcome: 'failed', code })
})

test.each(['delayed', 'delivered', 'relayed', 'expanded'])('of one that is %s nothing went wrong', async (action) => {
  expect(await read(postfix({ to, action, status: '4.4.1' }))).toEqual({ outcome: 'pending' })
  expect(await read(gmail({ to, action }))).toEqual({ outcome: 'pending' })
})

test('when one of several recipients got it, the mail arrived', async () => {
  const both = postfix({ to }).replace(
    'Final-Recipient:',
    'Final-Recipient: rfc822; ander@mail.test\r\nAction: relayed\r\nStatus: 2.1.9\r\n\r\nFinal-Recipient:',
  )
  expect(await read(both)).toEqual({ outcome: 'pending' })
})

test('answers that no person wrote are known as such', async () => {
  expect(await read(holiday({ to }))).toEqual({ outcome: 'automatic' })
  const receipt = `To: ${to}\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b--\r\n`
  expect(await read(receipt)).toEqual({ outcome: 'automatic' })
  for (const field of ['Precedence: bulk', 'X-Autoreply: yes']) {
    expect(await read(`${field}\r\n${letter({ to })}`)).toEqual({ outcome: 'automatic' })
  }
})

test.each([
  ['a letter', letter({ to })],
  ['one that says that a person wrote it', `Auto-Submitted: no\r\n${letter({ to })}`],
  ['nothing', ''],
  ['bytes', '\0\u00ff\r\n'.repeat(10)],
  ['a report about nobody', postfix({ to }).replace('Action:', 'Deed:')],
  [
    'a report that is none',
    postfix({ to }).replace('multipart/report', 'multipart/mixed').replace('Auto-Submitted', 'X'),
  ],
  ['parts without end', nested({ to })],
  ['a header without end', `X: ${'x'.repeat(70_000)}\r\n${postfix({ to })}`],
])('%s cannot be read as a report', async (_, raw) => {
  expect(await read(raw)).toEqual({ outcome: 'unreadable' })
})

test('a report inside a mail that somebody passes on is not one', async () => {
  const passedOn = `To: ${to}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${postfix({ to })}\r\n--b--\r\n`
  expect(await read(passedOn)).toEqual({ outcome: 'unreadable' })
})

test('what a report is for is only read from its own header', async () => {
  const other = 'bounce+4567@gemeente.test'
  const report = await read(postfix({ to: other }).replaceAll(/^(To|Delivered-To|X-Original-To): .*$/gm, `$1: ${to}`))
  expect(report).toMatchObject({ outcome: 'refused', to: expect.not.stringContaining(other) })
})
