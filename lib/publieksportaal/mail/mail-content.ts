import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { Kleuren } from '#lib/ui/huisstijl/read-kleuren.ts'
import type { Taal } from '#lib/ui/text/taal.ts'

type Part =
  | { heading: string }
  | { text: string }
  /** the main button */
  | { button: string; href: string }
  /** small print below the line */
  | { note: string; href?: string; link?: string }

/** The content of a mail, in order, before its form. */
export type MailContent = { taal: Taal; subject: string; parts: Part[] }

export function mailText({ parts }: MailContent): string {
  return `${parts.map(textOf).join('\n\n')}\n`
}

function textOf(part: Part): string {
  // capitals of a whole sentence are hard to read
  if ('heading' in part) return /[.!]$/.test(part.heading) ? part.heading : part.heading.toUpperCase()
  if ('text' in part) return part.text
  if ('button' in part) return `${part.button}:\n${part.href}`
  return part.href ? `${part.note}\n${part.link}: ${part.href}` : part.note
}

const FONT = "font-family: 'Atkinson Hyperlegible Next', Verdana, Arial, sans-serif; font-size: 17px; line-height: 1.5"

/**
 * Returns the mail in the house style. Colours are inline, because some mail programs drop a style sheet; the
 * style sheet has only the dark colours. No images, tables or remote content.
 */
export function mailHtml(
  { taal, subject, parts }: MailContent,
  { gemeente, licht, donker }: { gemeente: string; licht: Kleuren; donker: Kleuren },
): string {
  return `<!doctype html>
<html lang="${taal}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>
@media (prefers-color-scheme: dark) {
  .canvas { background: ${donker.canvas} !important; }
  .paper { background: ${donker.paper} !important; color: ${donker.ink} !important; }
  .band { background: ${donker.band} !important; color: ${donker.onBand} !important; }
  .button { background: ${donker.primary} !important; color: ${donker.onPrimary} !important; }
  .note { color: ${donker.inkSoft} !important; border-color: ${donker.line} !important; }
  .note a { color: ${donker.primary} !important; }
}
</style>
</head>
<body class="canvas" style="margin: 0; padding: 16px; background: ${licht.canvas}; ${FONT}">
<div class="paper" style="max-width: 600px; margin: 0 auto; background: ${licht.paper}; color: ${licht.ink}">
<div class="band" style="padding: 16px 24px; background: ${licht.band}; color: ${licht.onBand}; font-weight: bold">${escaped(gemeente)}</div>
<div style="padding: 8px 24px 24px">
${parts.map((part) => htmlOf(part, licht)).join('\n')}
</div>
</div>
</body>
</html>
`
}

function htmlOf(part: Part, kleuren: Kleuren): string {
  if ('heading' in part) return `<h2 style="margin: 24px 0 0; font-size: 20px">${escaped(part.heading)}</h2>`
  if ('text' in part) return `<p style="margin: 8px 0 0">${escaped(part.text)}</p>`
  if ('button' in part) {
    const style = `display: inline-block; padding: 12px 20px; background: ${kleuren.primary}; color: ${kleuren.onPrimary}; font-weight: bold`
    return `<p style="margin: 24px 0 0"><a class="button" href="${escaped(part.href)}" style="${style}">${escaped(part.button)}</a></p>`
  }
  const link = part.href
    ? ` <a href="${escaped(part.href)}" style="color: ${kleuren.primary}">${escaped(part.link ?? '')}</a>`
    : ''
  const style = `margin: 24px 0 0; padding-top: 16px; border-top: 1px solid ${kleuren.line}; color: ${kleuren.inkSoft}; font-size: 15px`
  return `<p class="note" style="${style}">${escaped(part.note)}${link}</p>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string)
}

type Env = Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_URL'>

export function zaakLink({ PUBLIEKSPORTAAL_URL: url }: Env, zaakId: string): string {
  return new URL(`/mijn/zaken/${zaakId}`, url).href
}

/** GET shows a form and POST confirms: mail scanners open every link. */
export function bevestigingLink({ PUBLIEKSPORTAAL_URL: url }: Env, token: string): string {
  return new URL(`/mijn/e-mail-bevestigen?code=${token}`, url).href
}

export function voorkeurenLink({ PUBLIEKSPORTAAL_URL: url }: Env): string {
  return new URL('/mijn/voorkeuren', url).href
}

/** Returns the address of the page with the form to unsubscribe. */
export function afmeldLink({ PUBLIEKSPORTAAL_URL: url }: Env, afmeldcode: string): string {
  return new URL(`/mijn/afmelden?code=${afmeldcode}`, url).href
}

/** Returns the endpoint for one-click unsubscribe (RFC 8058). */
export function afmeldUrl({ PUBLIEKSPORTAAL_URL: url }: Env, afmeldcode: string): string {
  return new URL(`/api/publieksportaal/afmelden/${afmeldcode}`, url).href
}
