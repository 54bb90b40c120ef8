import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'
import { platformEnv } from '#lib/platform/env.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { isApi } from '#lib/platform/web-server/api-request.ts'
import type { Refuse } from '#lib/platform/web-server/create-web-server.ts'
import type { Why } from '#lib/platform/web-server/request-failure.ts'
import { onbekend } from '#lib/ui/shell/geen-antwoord.ts'
import { TAAL_COOKIE, TALEN, type Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/** The server's own texts for a request without a response. */
const nl = {
  vol: {
    titel: 'Het is nu te druk',
    lezen: 'Daarom kunnen wij deze pagina nu niet laten zien. Wacht even en probeer het dan opnieuw.',
    later: 'Dat ligt aan ons, niet aan u. Wacht even en probeer het dan opnieuw.',
    opnieuw: 'Probeer opnieuw',
    versturen: 'Wat u verstuurde is daarom niet opgeslagen. Ga terug, wacht even en verstuur het dan opnieuw.',
    terug: 'Terug naar het formulier',
  },
  fout: 'Er ging bij ons iets mis',
  teGroot: {
    titel: 'Dit is te groot',
    uitleg:
      'Wat u verstuurde is te groot. Daarom is het niet opgeslagen. Ga terug en verstuur minder, of een kleiner bestand.',
  },
  afgebroken: {
    titel: 'Dit kwam niet helemaal aan',
    uitleg:
      'De verbinding was te langzaam of viel weg. Daarom is het niet opgeslagen. Ga terug en verstuur het opnieuw.',
  },
}

const en: typeof nl = {
  vol: {
    titel: 'It is too busy now',
    lezen: 'That is why we cannot show this page now. Please wait a moment and then try again.',
    later: 'This is our fault, not yours. Please wait a moment and then try again.',
    opnieuw: 'Try again',
    versturen: 'That is why what you sent was not saved. Go back, wait a moment and then send it again.',
    terug: 'Back to the form',
  },
  fout: 'Something went wrong on our side',
  teGroot: {
    titel: 'This is too large',
    uitleg: 'What you sent is too large. That is why it was not saved. Go back and send less, or a smaller file.',
  },
  afgebroken: {
    titel: 'This did not arrive completely',
    uitleg: 'The connection was too slow or was lost. That is why it was not saved. Go back and send it again.',
  },
}

const unansweredTexts: Record<Taal, typeof nl> = { nl, en }

const RETRY_AFTER_SECONDS = 10
const UNAVAILABLE = 503
const STAFF = /^\/(?:balie|portaalbeheer)(?:\/|$)/
const SUPPLIERS = /^\/(?:ontwikkelaars|aansluiten)(?:\/|$)/

const STYLE = `:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 'Atkinson Hyperlegible Next', Verdana, Arial, sans-serif; margin: 0 auto; max-width: 40rem;
  overflow-wrap: anywhere; padding: 2rem 1.25rem; }
h1 { line-height: 1.2; }
main a { display: inline-block; padding-block: 0.6rem; }`
/** The page loads no other resource, because that would wait as well. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors `

const STATUSES: Record<Why, number> = {
  full: 503,
  unknown: 503,
  unavailable: 503,
  fault: 500,
  too_large: 413,
  cut_off: 408,
}

/** Renders a page for a request that got no response: the known state, and where to look. */
export function unansweredPage(request: IncomingMessage): Refuse {
  return (why, retryAfterSeconds = RETRY_AFTER_SECONDS) => {
    const { DEMO } = platformEnv()
    const status = STATUSES[why]
    return new Response(pageOf(request, why), {
      status,
      headers: {
        ...API_HEADERS,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `${POLICY}${DEMO ? "'self'" : "'none'"}`,
        'X-Frame-Options': DEMO ? 'SAMEORIGIN' : 'DENY',
        ...(status === UNAVAILABLE && { 'Retry-After': String(retryAfterSeconds) }),
      },
    })
  }
}

function pageOf(request: IncomingMessage, why: Why): string {
  const { url = '', method, headers } = request
  const { pathname, search } = new URL(url, 'http://localhost')
  // A form or document link under /api was on another page.
  const place = isApi(url) ? pageBefore(headers) : { pathname, search }
  const taal = taalOf(place?.pathname ?? pathname, headers)
  const { vol, fout, teGroot, afgebroken } = unansweredTexts[taal]
  const terug = { href: place ? `${place.pathname}${place.search}` : '/', link: vol.terug }
  if (why === 'too_large') return page(taal, { ...teGroot, ...terug })
  if (why === 'cut_off') return page(taal, { ...afgebroken, ...terug })

  const opnieuw = { href: `${pathname}${search}`, link: vol.opnieuw }
  if (method !== 'POST') {
    const { titel, uitleg } = texts(taal).storing
    if (why === 'fault') return page(taal, { titel, uitleg, ...opnieuw })
    if (why === 'unavailable') return page(taal, { titel, uitleg: vol.later, ...opnieuw })
    return page(taal, { titel: vol.titel, uitleg: vol.lezen, ...opnieuw })
  }
  if (why === 'full') return page(taal, { titel: vol.titel, uitleg: vol.versturen, ...terug })
  const unknown = onbekend(taal, place?.pathname ?? '/')
  return page(taal, why === 'fault' ? { ...unknown, titel: fout } : unknown)
}

/** The page from the Referer; `undefined` without one, or of another host. */
function pageBefore({
  referer = '',
  host,
  'x-forwarded-host': forwarded,
}: IncomingMessage['headers']): URL | undefined {
  const before = URL.parse(referer)
  return before && [host, forwarded].includes(before.host) ? before : undefined
}

function page(taal: Taal, { titel, uitleg, href, link }: ReturnType<typeof onbekend>): string {
  const { GEMEENTE_NAAM, GEMEENTE_TELEFOON } = platformEnv()
  const { storing, nietGevonden } = texts(taal)
  const { before, after } = storing.bel
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
<p><a href="/">${escaped(nietGevonden.naarStart)}</a></p>
<p>${escaped(`${before} ${GEMEENTE_TELEFOON}${after}`)}</p>
</main>
</body>
</html>
`
}

/** Staff work in Dutch; for suppliers without a choice Accept-Language decides. */
function taalOf(pathname: string, headers: IncomingMessage['headers']): Taal {
  if (STAFF.test(pathname)) return 'nl'
  const chosen = new RegExp(`(?:^|;\\s*)${TAAL_COOKIE}=(\\w+)`).exec(headers.cookie ?? '')?.[1]
  const asked = SUPPLIERS.test(pathname) ? new Negotiator({ headers }).language([...TALEN]) : undefined
  return TALEN.find((taal) => taal === (chosen ?? asked)) ?? 'nl'
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string)
