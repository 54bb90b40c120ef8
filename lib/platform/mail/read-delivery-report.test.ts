import { describe, expect, test } from 'vitest'
import { expectLinear, worstTexts } from '../test-worst-input.ts'
import { readDeliveryReport, readReportHeader } from './read-delivery-report.ts'
import { readReportApart } from './read-report-apart.ts'
import { exim, gmail, holiday, letter, microsoft, nested, postfix } from './test-delivery-reports.ts'

const to = 'bounce+0123@gemeente.test'
const read = (raw: string) => readDeliveryReport(Buffer.from(raw))
const readHeader = (raw: string) => readReportHeader(Buffer.from(raw))

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
  expect(await readHeader(raw)).toMatchObject({ isReport: true, to: expect.stringContaining(to) })
  expect(await read(raw)).toEqual({ outcome: 'refused', code })
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

test('answers that no person wrote are known by their header', async () => {
  const receipt = `To: ${to}\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b--\r\n`
  const bulk = ['Precedence: bulk', 'X-Autoreply: yes'].map((field) => `${field}\r\n${letter({ to })}`)
  for (const raw of [holiday({ to }), receipt, ...bulk])
    expect(await readHeader(raw)).toMatchObject({ isReport: false, isAutomatic: true })
  for (const raw of [letter({ to }), `Auto-Submitted: no\r\n${letter({ to })}`])
    expect(await readHeader(raw)).toMatchObject({ isReport: false, isAutomatic: false })
})

test.each([
  ['a letter', letter({ to })],
  ['nothing', ''],
  ['bytes', '\0\u00ff\r\n'.repeat(10)],
  ['a report about nobody', postfix({ to }).replace('Action:', 'Deed:')],
  ['parts without end', nested({ to })],
  ['a header without end', `X: ${'x'.repeat(40_000)}\r\n${postfix({ to })}`],
])('%s cannot be read as a report', async (_, raw) => {
  expect(await read(raw)).toEqual({ outcome: 'unreadable' })
})

test('a report inside a mail that somebody passes on is not one', async () => {
  const passedOn = `To: ${to}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${postfix({ to })}\r\n--b--\r\n`
  expect(await readHeader(passedOn)).toMatchObject({ isReport: false })
  expect(await read(passedOn)).toEqual({ outcome: 'unreadable' })
})

test('what a report is for is only read from its own header', async () => {
  const other = 'bounce+4567@gemeente.test'
  const report = postfix({ to: other }).replaceAll(/^(To|Delivered-To|X-Original-To): .*$/gm, `$1: ${to}`)
  expect(await readHeader(report)).toMatchObject({ isReport: true, to: expect.not.stringContaining(other) })
})

describe('of a stranger', () => {
  const LENGTH = 256 * 1024
  /** A report that repeats one thing, in a part about the delivery unless it says otherwise. */
  const flood = (piece: string, start = postfix({ to }).split('Reporting-MTA')[0] as string) =>
    start + piece.repeat((LENGTH - start.length) / piece.length)
  const bare = `To: ${to}\r\nContent-Type: multipart/report; boundary=b\r\n\r\n`
  const FLOODS = [
    ['empty lines', flood('\n')],
    ['lines that go on', flood('X: a\r\n b\r\n')],
    ['parts', flood('--b\r\n\r\n', bare)],
    ['parts in parts', flood('--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n', bare)],
    ['reports in a report', flood('--b\r\nContent-Type: message/delivery-status\r\n\r\nx\r\n', bare)],
    ['mails', flood('--b\r\nContent-Type: message/rfc822\r\n\r\nTo: a\r\n\r\nx\r\n', bare)],
    ['soft line breaks', flood('=\r\n', `${bare}--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`)],
    ...['<', '<!--', '<a href="', '<style>', '</', '<td><br ', '&', '&#x', '\t '].map(
      (piece) => [`HTML with ${piece}`, flood(piece, `${bare}--b\r\nContent-Type: text/html\r\n\r\n`)] as const,
    ),
    ['flowed lines', flood('a \r\n', `${bare}--b\r\nContent-Type: text/plain; format=flowed\r\n\r\n`)],
  ] as const
  const long = postfix({ to }).replace('Your mail', `${'x'.repeat(78)}\r\n`.repeat(LENGTH / 80 - 30))

  test('a report as long as is read, in lines as mail has them, is read', async () => {
    expect(await read(long)).toMatchObject({ outcome: 'refused' })
    expect(await readReportApart(Buffer.from(long))).toMatchObject({ outcome: 'refused' })
  })

  test.each(FLOODS)('one of %s cannot be read', async (_, raw) => {
    expect(await readReportApart(Buffer.from(raw))).toEqual({ outcome: 'unreadable' })
  })

  test('none costs much more than an ordinary mail of that size', async () => {
    await expectLinear(read, { ordinary: long, texts: FLOODS.map(([, raw]) => raw) })
  })

  test('no header takes long to be read', async () => {
    const ordinary = postfix({ to: 'a@b.test, '.repeat(3_000) })
    const fields = ['To: ', 'Content-Type: multipart/report; boundary=', 'Subject: ', 'X: a\r\n ']
    const texts = worstTexts(30_000).flatMap((text) => fields.map((field) => `${field}${text}\r\n\r\n`))
    await expectLinear(readHeader, { ordinary, texts: [...texts, `To: a\r\n${' a\r\n'.repeat(7_500)}\r\n`] })
  })

  test('one that takes more memory or time than any report does leaves the process as it was', async () => {
    const memory = { maxOldGenerationSizeMb: 4, maxYoungGenerationSizeMb: 1 }
    expect(await readReportApart(Buffer.from(long), { memory })).toEqual({ outcome: 'unreadable' })
    expect(await readReportApart(Buffer.from(long), { timeoutMs: 1 })).toEqual({ outcome: 'unreadable' })
  })
})
