import PostalMime, { type Email } from 'postal-mime'
import { reportedRefusal } from './delivery.ts'

/** A report about our mail nests three deep: the report, the mail in it, and its text and HTML parts. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 32 * 1024, maxRfc822NestingDepth: 0 }
/** Half more lines than 256 kB of base64 has. PostalMime's memory grows with the square of the lines. */
const MAX_LINES = 5_000
const LINE_FEED = 0x0a
const HEADER_END = /\r?\n\r?\n/

/**
 * - `refused`: not delivered, because of the mailbox
 * - `failed`: not delivered, for another reason
 * - `pending`: delayed, delivered or passed on, to at least one recipient
 * - `unreadable`: anything else
 */
export type DeliveryReport = { outcome: 'refused' | 'failed'; code: string } | { outcome: 'pending' | 'unreadable' }

/** Header fields in which mail servers put the recipient. */
const FOR_WHOM = ['to', 'delivered-to', 'x-original-to', 'x-delivered-to', 'envelope-to', 'x-envelope-to']

/**
 * Reads only the header of a mail. `isReport`: it claims to be a delivery report (RFC 3464). `to`: the text
 * of all recipient fields. The sender can forge all of it.
 */
export async function readReportHeader(
  source: Uint8Array,
): Promise<{ isReport: boolean; isAutomatic: boolean; to: string } | undefined> {
  const start = Buffer.from(source.subarray(0, LIMITS.maxHeadersSize)).toString('latin1')
  const end = HEADER_END.exec(start)
  if (!end) return undefined
  const mail = await parse(source.subarray(0, end.index + end[0].length))
  if (!mail) return undefined
  const type = header(mail, 'content-type').toLowerCase()
  return {
    isReport: type.startsWith('multipart/report') && !type.includes('disposition-notification'),
    isAutomatic: isAutomatic(mail, type),
    to: FOR_WHOM.map((key) => header(mail, key)).join('\n'),
  }
}

/** Reads a delivery report (RFC 3464). A report that anybody may have sent: use `readReportApart`. */
export async function readDeliveryReport(source: Uint8Array): Promise<DeliveryReport> {
  if (countLines(source) > MAX_LINES) return { outcome: 'unreadable' }
  const mail = await parse(source)
  const status = mail?.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!status) return { outcome: 'unreadable' }

  const recipients = readGroups(String(status.content)).filter((group) => group.has('action'))
  if (recipients.length === 0) return { outcome: 'unreadable' }
  if (recipients.some((group) => group.get('action')?.toLowerCase() !== 'failed')) return { outcome: 'pending' }
  const refusals = recipients.map((group) =>
    reportedRefusal({ status: group.get('status'), diagnostic: group.get('diagnostic-code') }),
  )
  const outcome = refusals.every(({ isAboutMailbox }) => isAboutMailbox) ? 'refused' : 'failed'
  return { outcome, code: refusals[0]?.code as string }
}

async function parse(source: Uint8Array): Promise<Email | undefined> {
  return PostalMime.parse(source, { ...LIMITS, attachmentEncoding: 'utf8' }).catch(() => undefined)
}

function countLines(source: Uint8Array): number {
  let lines = 0
  for (let at = source.indexOf(LINE_FEED); at >= 0; at = source.indexOf(LINE_FEED, at + 1)) lines++
  return lines
}

/** True by RFC 3834, by the header fields in use before it, or for a read receipt (RFC 8098). */
function isAutomatic(mail: Email, type: string): boolean {
  const submitted = header(mail, 'auto-submitted').toLowerCase()
  if (submitted && submitted !== 'no') return true
  if (type.includes('disposition-notification') || header(mail, 'x-autoreply')) return true
  return ['auto_reply', 'bulk', 'junk'].includes(header(mail, 'precedence').toLowerCase())
}

function header(mail: Email, key: string): string {
  return mail.headers
    .filter((one) => one.key === key)
    .map(({ value }) => value.trim())
    .join(', ')
}

/** Groups of fields between empty lines (RFC 3464, 2.1.2): one about the report, then one per recipient. */
function readGroups(text: string): Map<string, string>[] {
  const groups = [new Map<string, string>()]
  let field = ''
  for (const line of text.split('\n')) {
    const group = groups.at(-1) as Map<string, string>
    const bare = line.trim()
    const colon = bare.indexOf(':')
    if (bare === '') groups.push(new Map())
    else if (line.startsWith(' ') || line.startsWith('\t')) group.set(field, `${group.get(field) ?? ''} ${bare}`)
    else if (colon > 0) {
      field = bare.slice(0, colon).trim().toLowerCase()
      group.set(field, bare.slice(colon + 1).trim())
    }
  }
  return groups
}
