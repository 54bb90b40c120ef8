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
  ['Gmail, about a full mailbox', gmail({ to, status: '5.2.2' }), '550 5.2.2'],
  [
    'a server that gave up after days',
    postfix({ to, status: '4.2.2', diagnostic: '452 4.2.2 Mailbox full' }),
    '452 4.2.2',
  ],
  ['Microsoft 365, about an unknown recipient', postfix({ to, status: '5.4.1' }), '550 5.4.1'],
  ['Microsoft 365, about an unknown domain', microsoft({ to, status: '5.4.310' }), '550 5.4.310'],
  ['an unknown host', postfix({ to, status: '5.4.4', diagnostic: 'Host or domain name not found' }), '5.4.4'],
  ['a server that does not quote the reply of the next server', postfix({ to, diagnostic: 'x' }), '5.1.1'],
])('a report of %s tells that the mailbox takes no mail', async (_, raw, code) => {
  expect(await readHeader(raw)).toMatchObject({ isReport: true, to: expect.stringContaining(to) })
  expect(await read(raw)).toEqual({ outcome: 'refused', code })
})

test.each([
  ['policy', postfix({ to, status: '5.7.1' }), '550 5.7.1'],
  ['our sender', gmail({ to, status: '5.1.8' }), '550 5.1.8'],
  [
    'the connection, after days',
    postfix({ to, status: '4.4.1', diagnostic: 'connect to mx.mail.test: timed out' }),
    '4.4.1',
  ],
  ['status 5.5.0', postfix({ to, status: '5.5.0' }), '550 5.5.0'],
  ['an undefined status', exim({ to, diagnostic: '550 Administrative prohibition' }), '550 5.0.0'],
])('a mail that failed because of %s says nothing about the mailbox', async (_, raw, code) => {
  expect(await read(raw)).toMatchObject({ outcome: 'failed', code })
})

test.each(['delayed', 'delivered', 'relayed', 'expanded'])('a mail that is %s is pending', async (action) => {
  expect(await read(postfix({ to, action, status: '4.4.1' }))).toEqual({ outcome: 'pending' })
  expect(await read(gmail({ to, action }))).toEqual({ outcome: 'pending' })
})

test('a mail that one of two recipients received is pending', async () => {
  const both = postfix({ to }).replace(
    'Final-Recipient:',
    'Final-Recipient: rfc822; ander@mail.test\r\nAction: relayed\r\nStatus: 2.1.9\r\n\r\nFinal-Recipient:',
  )
  expect(await read(both)).toEqual({ outcome: 'pending' })
})

test('an automatic answer is recognized by its header', async () => {
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

test('a report inside a forwarded mail is not a report', async () => {
  const passedOn = `To: ${to}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${postfix({ to })}\r\n--b--\r\n`
  expect(await readHeader(passedOn)).toMatchObject({ isReport: false })
  expect(await read(passedOn)).toEqual({ outcome: 'unreadable' })
})

test('the recipient is read from the header of the report, not from the mail in it', async () => {
  const other = 'bounce+4567@gemeente.test'
  const report = postfix({ to: other }).replaceAll(/^(To|Delivered-To|X-Original-To): .*$/gm, `$1: ${to}`)
  expect(await readHeader(report)).toMatchObject({ isReport: true, to: expect.not.stringContaining(other) })
})

describe('a forged report', () => {
  const LENGTH = 256 * 1024
  /** A report of LENGTH that repeats `piece`, by default in the part with the delivery status. */
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

  test('a report of the maximum length with ordinary lines is read', async () => {
    expect(await read(long)).toMatchObject({ outcome: 'refused' })
    expect(await readReportApart(Buffer.from(long))).toMatchObject({ outcome: 'refused' })
  })

  test.each(FLOODS)('a report full of %s is unreadable', async (_, raw) => {
    expect(await readReportApart(Buffer.from(raw))).toEqual({ outcome: 'unreadable' })
  })

  test('no flood costs much more than an ordinary mail of that size', async () => {
    await expectLinear(read, { ordinary: long, texts: FLOODS.map(([, raw]) => raw) })
  })

  test('no header costs much more than an ordinary one of that size', async () => {
    const ordinary = postfix({ to: 'a@b.test, '.repeat(3_000) })
    const fields = ['To: ', 'Content-Type: multipart/report; boundary=', 'Subject: ', 'X: a\r\n ']
    const texts = worstTexts(30_000).flatMap((text) => fields.map((field) => `${field}${text}\r\n\r\n`))
    await expectLinear(readHeader, { ordinary, texts: [...texts, `To: a\r\n${' a\r\n'.repeat(7_500)}\r\n`] })
  })

  test('a report that exceeds the memory or time limit is unreadable and does not end the process', async () => {
    const memory = { maxOldGenerationSizeMb: 4, maxYoungGenerationSizeMb: 1 }
    expect(await readReportApart(Buffer.from(long), { memory })).toEqual({ outcome: 'unreadable' })
    expect(await readReportApart(Buffer.from(long), { timeoutMs: 1 })).toEqual({ outcome: 'unreadable' })
  })
})
