/** Longer than the zaaksysteem lets a request wait. */
const TIMEOUT_MS = 45_000
const WACHT_SECONDS = 30
/** Few, because they are forwarded one by one and the rest of a page waits for that. */
const LIMIET = 100
/** There is no higher one: after this comes nothing, and the answer says which is the last. */
const MAX_SEQUENCE = 2 ** 31 - 1

/**
 * @typedef {{ id: string, source: string, type: string, subject: string, time: string, sequence: string,
 *   traceparent?: string, datacontenttype?: string, data?: unknown }} Gebeurtenis
 *
 * @typedef {{ ok: true, gebeurtenissen: Gebeurtenis[], tot: number, hoogste: number }
 *   | { ok: false, reason: 'purged', hoogste: number }
 *   | { ok: false, reason: 'later', zin: string, afterMs: number }
 *   | { ok: false, reason: 'refused', zin: string }} Page
 */

/**
 * What comes after `vanaf`; when that is nothing yet the zaaksysteem waits for it. `tot` is the next `vanaf`.
 *
 * @param {import('./opties.mjs').Opties} opties
 * @param {{ vanaf: number, limiet?: number, wacht?: number, signal: AbortSignal }} wish
 * @returns {Promise<Page>}
 */
export async function fetchPage({ api, token, keuze }, { vanaf, limiet = LIMIET, wacht = WACHT_SECONDS, signal }) {
  const query = new URLSearchParams({ vanaf: String(vanaf), limiet: String(limiet), wacht: String(wacht), ...keuze })
  const answer = await fetchApi(`${api}/gebeurtenissen?${query}`, { token, signal })
  if (!answer.ok) return answer
  const { headers, status, body } = answer
  const hoogste = Number(headers.get('hoogste-sequence') ?? Number.NaN)
  if (status === 410 && !Number.isNaN(hoogste)) return { ok: false, reason: 'purged', hoogste }
  const tot = Number(headers.get('tot-sequence') ?? Number.NaN)
  if (status !== 200 || !areGebeurtenissen(body) || Number.isNaN(tot) || Number.isNaN(hoogste)) return noApi(api)
  return { ok: true, gebeurtenissen: body, tot, hoogste }
}

/**
 * The sequence of the last event that there is.
 *
 * @param {import('./opties.mjs').Opties} opties
 * @param {{ signal: AbortSignal }} wish
 */
export function fetchEnd(opties, { signal }) {
  return fetchPage(opties, { vanaf: MAX_SEQUENCE, limiet: 1, wacht: 0, signal })
}

/**
 * One event, by its id or its sequence.
 *
 * @param {import('./opties.mjs').Opties} opties
 * @param {{ signal: AbortSignal }} wish
 * @returns {Promise<{ ok: true, gebeurtenis: Gebeurtenis } | { ok: false, zin: string }>}
 */
export async function fetchGebeurtenis(opties, { signal }) {
  const { api, token, herhaal = '' } = opties
  const unknown = {
    ok: /** @type {const} */ (false),
    zin: `Gebeurtenis ${herhaal} is er niet, of is niet voor dit token.`,
  }
  const gone = { ...unknown, zin: `Gebeurtenis ${herhaal} wordt niet meer bewaard.` }
  if (!herhaal.includes('-')) {
    const all = { ...opties, keuze: {} }
    const page = await fetchPage(all, { vanaf: Math.max(0, Number(herhaal) - 1), limiet: 1, wacht: 0, signal })
    if (!page.ok) return page.reason === 'purged' ? gone : page
    const [gebeurtenis] = page.gebeurtenissen
    return gebeurtenis && Number(gebeurtenis.sequence) === Number(herhaal) ? { ok: true, gebeurtenis } : unknown
  }
  const answer = await fetchApi(`${api}/gebeurtenissen/${herhaal}`, { token, signal })
  if (!answer.ok) return answer
  if (answer.status === 404) return unknown
  if (answer.status === 410) return gone
  const { body } = answer
  return answer.status === 200 && isGebeurtenis(body) ? { ok: true, gebeurtenis: body } : noApi(api)
}

/**
 * @param {string} url
 * @param {{ token: string, signal: AbortSignal }} options
 * @returns {Promise<{ ok: true, status: number, headers: Headers, body: unknown }
 *   | Extract<Page, { reason: 'later' | 'refused' }>>}
 */
async function fetchApi(url, { token, signal }) {
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/cloudevents-batch+json, application/json' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    const { status, headers } = response
    if (status === 401) return refused('Het zaaksysteem kent dit token niet (401).')
    if (status === 403) return refused('Dit token mag geen gebeurtenissen lezen (403). Nodig is gebeurtenissen.lezen.')
    if (status === 429 || status >= 500) {
      const afterMs = Number(headers.get('retry-after') ?? 0) * 1_000 || 0
      return { ok: false, reason: 'later', zin: `Het zaaksysteem is nu niet beschikbaar (${status}).`, afterMs }
    }
    const body = /** @type {unknown} */ (await response.json().catch(() => undefined))
    if (status === 400) return refused(`Het zaaksysteem begrijpt de vraag niet: ${detailOf(body)}`)
    return { ok: true, status, headers, body }
  } catch (err) {
    return { ok: false, reason: 'later', zin: `Geen verbinding met het zaaksysteem (${whyBroken(err)}).`, afterMs: 0 }
  }
}

/** Such as ECONNREFUSED, or what is wrong with a certificate. @param {unknown} err */
export function whyBroken(err) {
  const { cause, name } = /** @type {Error & { cause?: { code?: string, message?: string } }} */ (err)
  return cause?.code ?? cause?.message ?? name
}

/** @param {string} zin */
function refused(zin) {
  return { ok: /** @type {const} */ (false), reason: /** @type {const} */ ('refused'), zin }
}

/** @param {string} api */
function noApi(api) {
  return refused(`Op ${api} is geen zaaksysteem met gebeurtenissen.`)
}

/** @param {unknown} body */
function detailOf(body) {
  const { errors = [] } = /** @type {{ errors?: { detail?: string }[] }} */ (body ?? {})
  return errors.map(({ detail }) => detail).join(' ')
}

/** @param {unknown} body @returns {body is Gebeurtenis[]} */
function areGebeurtenissen(body) {
  return Array.isArray(body) && body.every(isGebeurtenis)
}

/** @param {unknown} body @returns {body is Gebeurtenis} */
function isGebeurtenis(body) {
  const attributes = /** @type {Record<string, unknown>} */ (body ?? {})
  return ['id', 'source', 'type', 'subject', 'time', 'sequence'].every((name) => typeof attributes[name] === 'string')
}
