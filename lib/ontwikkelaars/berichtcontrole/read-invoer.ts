import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { MAX_EVENT_BYTES } from '#lib/contract/zaak-event.ts'
import { type Bericht, type NamedKey, readJwks } from './bericht.ts'

/** `Name: value`, also in the output of `curl -v`. A name is a token (RFC 9110 section 5.6.2). */
const HEADER = /^(?:> ?)?([\w!#$%&'*+.^`|~-]+):(.*)$/
const REQUEST_LINE = /^(?:> ?)?([A-Z]+) (\S+) HTTP\/[\d.]+$/

type ParsedHeaders = {
  headers: Map<string, string>
  /** from the request line; absent when that was not pasted */
  method?: string
  /** the first lines that are no header, each cut short */
  onleesbaar: string[]
}

const MAX_SHOWN = 60
const MAX_LINES_SHOWN = 10

/** Parses headers copied from a log or a terminal. Joins a repeated header with a comma (RFC 9110 5.3). */
export function parseHeaders(text: string): ParsedHeaders {
  const headers = new Map<string, string>()
  const onleesbaar: string[] = []
  let method: string | undefined
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line === '>') continue
    const request = REQUEST_LINE.exec(line)
    const [, name, value] = HEADER.exec(line) ?? []
    if (request) method = request[1]
    else if (name === undefined || value === undefined) onleesbaar.push(line.slice(0, MAX_SHOWN))
    else headers.set(name.toLowerCase(), joined(headers.get(name.toLowerCase()), value.trim()))
  }
  return { headers, onleesbaar: onleesbaar.slice(0, MAX_LINES_SHOWN), ...(method && { method }) }
}

function joined(earlier: string | undefined, value: string): string {
  return earlier === undefined ? value : `${earlier}, ${value}`
}

/** The submitted texts, by the name of their field. */
export type Invoer = Record<
  'headers' | 'body' | 'method' | 'sink' | 'credentialtype' | 'geheim' | 'jwks' | 'moment',
  string
>

type InvoerFout = 'leeg' | 'te_lang' | 'ongeldig' | 'geen_moment'
type InvoerFouten = Partial<Record<keyof Invoer, InvoerFout>>

/** In characters. Each check takes linear time, so these lengths bound the work. */
const MAX_LENGTHS: Record<keyof Invoer, number> = {
  headers: 32 * 1024,
  body: MAX_EVENT_BYTES,
  method: 10,
  sink: 2_000,
  credentialtype: 30,
  geheim: 200,
  jwks: 64 * 1024,
  moment: 40,
}

type ReadInvoer = { ok: true; bericht: Bericht; onleesbaar: string[] } | { ok: false; fouten: InvoerFouten }

/**
 * Reads the message from the form, or returns every fault of the form.
 *
 * @param options.keys our own keys; a pasted key set replaces them
 * @param options.now the moment of receipt when the form leaves it empty
 */
export function readInvoer(
  invoer: Invoer,
  { keys, source, origin, now }: { keys: readonly NamedKey[]; source: string; origin: string; now: Date },
): ReadInvoer {
  const fouten: InvoerFouten = {}
  const fields = Object.keys(MAX_LENGTHS) as (keyof Invoer)[]
  for (const field of fields) if (invoer[field].length > MAX_LENGTHS[field]) fouten[field] = 'te_lang'
  if (invoer.headers.trim() === '') fouten.headers = 'leeg'
  if (Object.keys(fouten).length > 0) return { ok: false, fouten }

  const chosen = credentialtype.safeParse(invoer.credentialtype)
  const pasted = invoer.jwks.trim() === '' ? keys : readJwks(invoer.jwks)
  const moment = invoer.moment.trim() === '' ? now : new Date(invoer.moment.trim())
  if (invoer.credentialtype !== '' && !chosen.success) fouten.credentialtype = 'ongeldig'
  if (Number.isNaN(moment.getTime())) fouten.moment = 'geen_moment'
  if (!pasted) fouten.jwks = 'ongeldig'
  if (!pasted || Object.keys(fouten).length > 0) return { ok: false, fouten }

  const { headers, method, onleesbaar } = parseHeaders(invoer.headers)
  return {
    ok: true,
    onleesbaar,
    bericht: {
      headers,
      body: invoer.body,
      method: (invoer.method.trim() || method) ?? 'POST',
      sink: invoer.sink.trim(),
      source,
      origin,
      credentialtype: chosen.data ?? null,
      geheim: invoer.geheim.trim(),
      keys: pasted,
      moment,
    },
  }
}
