/**
 * Reports of a delivery as mail servers write them, about a mail with the return path `to`, and other mails
 * that come back.
 */
type Sample = (about: { to: string; status?: string; diagnostic?: string; action?: string }) => string

const lines = (...parts: (string | false)[]) => parts.filter((part) => part !== false).join('\r\n')
const OURS = (to: string) =>
  lines(
    `Return-Path: <${to}>`,
    'From: Gemeente Voorbeeld <mijn@gemeente.test>',
    'To: inwoner@mail.test',
    'Subject: Er is nieuws over uw zaak',
    'Message-ID: <0192f0c8-0000-7000-8000-000000000001@gemeente.test>',
    '',
  )

/** Its own fields begin with X-Postfix, and it returns the header or the whole mail. */
export const postfix: Sample = ({ to, status = '5.1.1', diagnostic, action = 'failed' }) =>
  lines(
    'Return-Path: <>',
    `X-Original-To: ${to}`,
    `Delivered-To: ${to}`,
    'From: MAILER-DAEMON@relay.test (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${to}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4A1.1764.relay.test"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--4A1.1764.relay.test',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your mail could not be delivered.',
    '',
    '--4A1.1764.relay.test',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.test',
    'X-Postfix-Queue-ID: 4A1',
    `X-Postfix-Sender: rfc822; ${to}`,
    'Arrival-Date: Wed, 25 Nov 2026 11:03:00 +0100 (CET)',
    '',
    'Final-Recipient: rfc822; inwoner@mail.test',
    'Original-Recipient: rfc822;inwoner@mail.test',
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.mail.test',
    `Diagnostic-Code: smtp; ${diagnostic ?? `550 ${status} <inwoner@mail.test>: Recipient address rejected:`}`,
    '    User unknown in virtual mailbox table',
    '',
    '--4A1.1764.relay.test',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    OURS(to),
    '--4A1.1764.relay.test--',
    '',
  )

/** Exim gives every failure the status 5.0.0, so only the answer of the other server tells what was wrong. */
export const exim: Sample = ({ to, diagnostic = '550 5.1.1 inwoner@mail.test User unknown' }) =>
  lines(
    `Envelope-to: ${to}`,
    'X-Failed-Recipients: inwoner@mail.test',
    'Auto-Submitted: auto-replied',
    'From: Mail Delivery System <Mailer-Daemon@relay.test>',
    `To: ${to}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=1764065000-eximdsn-77',
    'MIME-Version: 1.0',
    'Subject: Mail delivery failed: returning message to sender',
    '',
    '--1764065000-eximdsn-77',
    'Content-type: text/plain; charset=us-ascii',
    '',
    'A message that you sent could not be delivered.',
    '',
    '--1764065000-eximdsn-77',
    'Content-type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.test',
    '',
    'Action: failed',
    'Final-Recipient: rfc822;inwoner@mail.test',
    'Status: 5.0.0',
    'Remote-MTA: dns; mx.mail.test',
    `Diagnostic-Code: smtp; ${diagnostic}`,
    '',
    '--1764065000-eximdsn-77',
    'Content-type: message/rfc822',
    '',
    OURS(to),
    'Beste meneer of mevrouw,',
    '',
    '--1764065000-eximdsn-77--',
    '',
  )

/** The explanation is HTML in base64, and the report nests one deeper. */
export const microsoft: Sample = ({ to, status = '5.1.10' }) =>
  lines(
    'From: Microsoft Outlook <MicrosoftExchange329e@gemeente.test>',
    `To: <${to}>`,
    'Subject: Undeliverable: Er is nieuws over uw zaak',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="_000_NDR_"',
    'Auto-Submitted: auto-replied',
    'X-MS-Exchange-Message-Is-Ndr:',
    'MIME-Version: 1.0',
    '',
    '--_000_NDR_',
    'Content-Type: multipart/alternative; differences=Content-Type;',
    '\tboundary="_001_NDR_"',
    '',
    '--_001_NDR_',
    'Content-Type: text/plain; charset="us-ascii"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Your message to inwoner=40mail.test couldn=27t be delivered.',
    '',
    '--_001_NDR_',
    'Content-Type: text/html; charset="us-ascii"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<p>Your message could not be delivered.</p>').toString('base64'),
    '--_001_NDR_--',
    '',
    '--_000_NDR_',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns;AM0PR01.eurprd01.prod.outlook.test',
    'Received-From-MTA: dns;DB8PR01.eurprd01.prod.outlook.test',
    'Arrival-Date: Wed, 25 Nov 2026 10:03:00 +0000',
    '',
    'Final-Recipient: rfc822;inwoner@mail.test',
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; Recipient inwoner@mail.test not found`,
    '',
    '--_000_NDR_',
    'Content-Type: message/rfc822',
    '',
    OURS(to),
    '',
    '--_000_NDR_--',
    '',
  )

/** The diagnostic goes on over several lines, with a code on each. */
export const gmail: Sample = ({ to, status = '5.1.1', action = 'failed' }) =>
  lines(
    `To: ${to}`,
    'Auto-Submitted: auto-replied',
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.test>',
    'X-Failed-Recipients: inwoner@mail.test',
    'Subject: Delivery Status Notification (Failure)',
    'Content-Type: multipart/report; boundary="0000000000003c"; report-type=delivery-status',
    'MIME-Version: 1.0',
    '',
    '--0000000000003c',
    'Content-Type: multipart/related; boundary="0000000000003d"',
    '',
    '--0000000000003d',
    'Content-Type: text/plain; charset="UTF-8"',
    '',
    '** Address not found **',
    '',
    '--0000000000003d--',
    '--0000000000003c',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; googlemail.test',
    `X-Original-Message-ID: <0192f0c8-0000-7000-8000-000000000001@gemeente.test>`,
    '',
    'Final-Recipient: rfc822; inwoner@mail.test',
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.mail.test. (192.0.2.1, the server for the domain mail.test.)',
    `Diagnostic-Code: smtp; 550-${status} The email account that you tried to reach does not exist.`,
    ` 550-${status} Please try double-checking the address for typos.`,
    ` 550 ${status} https://support.mail.test a1si1`,
    'Last-Attempt-Date: Wed, 25 Nov 2026 02:03:01 -0800 (PST)',
    '',
    '--0000000000003c',
    'Content-Type: message/rfc822',
    '',
    OURS(to),
    '',
    '--0000000000003c--',
    '',
  )

export const holiday: Sample = ({ to }) =>
  lines(
    'From: inwoner@mail.test',
    `To: ${to}`,
    'Subject: Afwezig: Er is nieuws over uw zaak',
    'Auto-Submitted: auto-replied (vacation)',
    '',
    'Ik ben met vakantie.',
    '',
  )

export const letter: Sample = ({ to }) =>
  lines('From: inwoner@mail.test', `To: ${to}`, 'Subject: Vraag', '', 'Wanneer komt u langs?', '')

/** Parts in parts, far deeper than anybody writes. */
export const nested: Sample = ({ to }) => {
  const depth = 2_000
  const open = Array.from({ length: depth }, (_, at) =>
    lines(at > 0 && `--b${at - 1}`, `Content-Type: multipart/mixed; boundary="b${at}"`, '', ''),
  )
  return `To: ${to}\r\n${open.join('')}`
}
