import PostalMime, { type Email } from 'postal-mime'
import { reportedRefusal } from './delivery.ts'

/** Ours nest three deep: the report, the mail in it and its two forms. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 64 * 1024, maxRfc822NestingDepth: 0 }

/**
 * What a mail that came back says.
 *
 * - `refused`: not delivered, because of the mailbox
 * - `failed`: not delivered, for another reason
 * - `pending`: nothing is known to have gone wrong: delayed, delivered or passed on
 * - `automatic`: an answer that no person wrote, such as that somebody is on holiday, or has read it
 * - `unreadable`: anything else
 */
type DeliveryReport =
  | { outcome: 'refused' | 'failed'; code: string; to: string }
  | { outcome: 'pending' | 'automatic' | 'unreadable' }

/** Header fields that hold for whom a mail server took it. */
const FOR_WHOM = ['to', 'delivered-to', 'x-original-to', 'x-delivered-to', 'envelope-to', 'x-envelope-to']

/** Reads a report of a delivery (RFC 3464). `to` is the text of all fields that say for whom it is; nothing of it is proven. */
export async function readDeliveryReport(source: Uint8Array): Promise<DeliveryReport> {
  const mail = await PostalMime.parse(source, { ...LIMITS, attachmentEncoding: 'utf8' }).catch(() => undefined)
  if (!mail) return { outcome: 'unreadable' }
  const type = header(mail, 'content-type').toLowerCase()
  const status = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!type.startsWith('multipart/report') || !status)
    return { outcome: isAutomatic(mail, type) ? 'automatic' : 'unreadable' }

  const recipients = readGroups(String(status.content)).filter((group) => group.has('action'))
  if (recipients.length === 0) return { outcome: 'unreadable' }
  if (recipients.some((group) => group.get('action')?.toLowerCase() !== 'failed')) return { outcome: 'pending' }
  const refusals = recipients.map((group) =>
    reportedRefusal({ status: group.get('status'), diagnostic: group.get('diagnostic-code') }),
  )
  const outcome = refusals.every(({ isAboutMailbox }) => isAboutMailbox) ? 'refused' : 'failed'
  const to = FOR_WHOM.map((key) => header(mail, key)).join('\n')
  return { outcome, code: refusals[0]?.code as string, to }
}

/** RFC 3834, and what those say who came before it. A read receipt is a report too (RFC 8098). */
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

/** Groups of fields, which empty lines separate (RFC 3464, 2.1.2): one about the report, then one for each recipient. */
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
