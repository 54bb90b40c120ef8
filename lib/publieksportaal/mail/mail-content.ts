import type { Taal } from '#lib/ui/text/taal.ts'

/** One part of a mail. */
export type Part =
  | { heading: string }
  | { text: string }
  /** the one thing to press */
  | { button: string; href: string }
  /** under the line, in small */
  | { note: string; href?: string; link?: string }

/** A mail before it has a form: what it says, in order. */
export type MailContent = { taal: Taal; subject: string; parts: Part[] }

export function mailText({ parts }: MailContent): string {
  return `${parts.map(textOf).join('\n\n')}\n`
}

function textOf(part: Part): string {
  if ('heading' in part) return part.heading.toUpperCase()
  if ('text' in part) return part.text
  if ('button' in part) return `${part.button}:\n${part.href}`
  return part.href ? `${part.note}\n${part.link}: ${part.href}` : part.note
}
