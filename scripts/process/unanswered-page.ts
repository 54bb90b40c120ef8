import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'
import { platformEnv } from '#lib/platform/env.ts'
import { API_HEADERS, overloadedResponse } from '#lib/platform/http/problem-json.ts'
import type { Refuse } from '#lib/platform/web-server/create-web-server.ts'
import { geenAntwoord, onbekend } from '#lib/ui/shell/geen-antwoord.ts'
import { TAAL_COOKIE, TALEN, type Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

const RETRY_AFTER_SECONDS = 10
const STAFF = /^\/(?:balie|portaalbeheer)(?:\/|$)/
const SUPPLIERS = /^\/(?:ontwikkelaars|aansluiten)(?:\/|$)/

const STYLE = `:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 'Atkinson Hyperlegible Next', Verdana, Arial, sans-serif; margin: 0 auto; max-width: 40rem;
  overflow-wrap: anywhere; padding: 2rem 1.25rem; }
h1 { line-height: 1.2; }
main a { display: inline-block; padding-block: 0.6rem; }`
/** The page fetches nothing, because whatever it asked for would wait as well. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors `

/**
 * Answers a page, or a form that was sent, for which there is no place or no time: a person reads what is known of it and
 * where to look, and a program gets `overloaded`.
 */
export function unansweredPage({ method, url = '', headers }: IncomingMessage): Refuse {
  return (why, retryAfterSeconds = RETRY_AFTER_SECONDS) => {
    // A script shows the failure of its own request at the form.
    if (!headers.accept?.includes('text/html')) return overloadedResponse(retryAfterSeconds)
    const { pathname, search } = new URL(url, 'http://localhost')
    const taal = taalOf(pathname, headers)
    const { vol } = geenAntwoord[taal]
    const isForm = method === 'POST'
    const full = {
      titel: vol.titel,
      uitleg: isForm ? vol.versturen : vol.lezen,
      href: `${pathname}${search}`,
      link: isForm ? vol.terug : vol.opnieuw,
    }
    const { DEMO } = platformEnv()
    return new Response(page(taal, why === 'unknown' && isForm ? onbekend(taal, pathname) : full), {
      status: 503,
      headers: {
        ...API_HEADERS,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `${POLICY}${DEMO ? "'self'" : "'none'"}`,
        'X-Frame-Options': DEMO ? 'SAMEORIGIN' : 'DENY',
        'Retry-After': String(retryAfterSeconds),
      },
    })
  }
}

function page(taal: Taal, { titel, uitleg, href, link }: ReturnType<typeof onbekend>): string {
  const { GEMEENTE_NAAM, GEMEENTE_TELEFOON } = platformEnv()
  const { before, after } = texts(taal).storing.bel
  return `<!doctype html>
<html lang="${taal}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(`${titel} · ${GEMEENTE_NAAM}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<p>${escaped(GEMEENTE_NAAM)}</p>
<main>
<h1>${escaped(titel)}</h1>
<p>${escaped(uitleg)}</p>
<p><a href="${escaped(href)}">${escaped(link)}</a></p>
<p>${escaped(`${before} ${GEMEENTE_TELEFOON}${after}`)}</p>
</main>
</body>
</html>
`
}

/** Staff work in Dutch; the browser of a supplier says what he reads when he did not choose. */
function taalOf(pathname: string, headers: IncomingMessage['headers']): Taal {
  if (STAFF.test(pathname)) return 'nl'
  const chosen = new RegExp(`(?:^|;\\s*)${TAAL_COOKIE}=(\\w+)`).exec(headers.cookie ?? '')?.[1]
  const asked = SUPPLIERS.test(pathname) ? new Negotiator({ headers }).language([...TALEN]) : undefined
  return TALEN.find((taal) => taal === (chosen ?? asked)) ?? 'nl'
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string)
