import { zinnen } from '../zinnen/zinnen.mjs'

/** Longer than the zaaksysteem lets a request wait. */
const TIMEOUT_MS = 45_000
/** More than a page of the largest events. */
const MAX_BYTES = 32 * 1024 * 1024
/** The longest delay of a timer of Node.js. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * `afterMs`: the requested delay; 0 without Retry-After.
 *
 * @typedef {{ ok: false, reason: 'later', zin: string, afterMs: number }
 *   | { ok: false, reason: 'refused', zin: string }} Failure
 */

/**
 * @param {string} url
 * @param {{ token: string, signal: AbortSignal, method?: string, headers?: Record<string, string>,
 *   body?: object | string | undefined }} request
 * @returns {Promise<{ ok: true, status: number, headers: Headers, body: unknown } | Failure>}
 */
export async function fetchApi(url, { token, signal, method = 'GET', headers: own = {}, body: sent }) {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/cloudevents-batch+json, application/json',
        ...(sent && { 'Content-Type': typeof sent === 'string' ? 'application/octet-stream' : 'application/json' }),
        ...own,
      },
      ...(sent && { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    const { status, headers } = response
    const text = await readText(response, MAX_BYTES)
    if (text === undefined) return refused(zinnen.api.teLang)
    if (status === 401) return refused(zinnen.api.tokenOnbekend)
    if (status === 403) {
      const [, scope] = /\bscope="([^"]+)"/.exec(headers.get('www-authenticate') ?? '') ?? []
      return refused(scope ? zinnen.api.magNiet(scope) : zinnen.api.magNietZomaar)
    }
    if (status === 408 || status === 429 || status >= 500) {
      const afterMs = retryAfterMs(headers.get('retry-after'))
      return { ok: false, reason: 'later', zin: zinnen.api.nietBeschikbaar(status), afterMs }
    }
    const body = parseJson(text)
    if (status === 400) return refused(zinnen.api.begrijptNiet(detailOf(body)))
    return { ok: true, status, headers, body }
  } catch (err) {
    return { ok: false, reason: 'later', zin: zinnen.api.geenVerbinding(whyBroken(err)), afterMs: 0 }
  }
}

/** Seconds, or a date (RFC 9110 section 10.2.3). @param {string | null} value */
function retryAfterMs(value) {
  const seconds = Number(value ?? 0)
  const ms = Number.isNaN(seconds) ? Date.parse(String(value)) - Date.now() : seconds * 1_000
  return Math.min(Math.max(ms || 0, 0), LONGEST_TIMER_MS)
}

/**
 * Reads a body up to a limit, because it may have no end.
 *
 * @param {Response} response
 * @param {number} maxBytes
 * @returns {Promise<string | undefined>} `undefined` when there is more
 */
export async function readText({ body }, maxBytes) {
  /** @type {Uint8Array[]} */
  const parts = []
  let bytes = 0
  // Leaving the loop aborts the response.
  for await (const part of body ?? []) {
    bytes += part.length
    if (bytes > maxBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

/** @param {string} text @returns {unknown} */
function parseJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Returns a code such as ECONNREFUSED, or the fault of a certificate. @param {unknown} err */
export function whyBroken(err) {
  const { cause, name } = /** @type {Error & { cause?: { code?: string, message?: string } }} */ (err)
  return cause?.code ?? cause?.message ?? name
}

/** @param {string} zin */
function refused(zin) {
  return { ok: /** @type {const} */ (false), reason: /** @type {const} */ ('refused'), zin }
}

/** @param {string} api */
export function noApi(api) {
  return refused(zinnen.api.geenZaaksysteem(api))
}

/** Returns the errors of a problem (RFC 9457), else its detail. @param {unknown} body */
export function detailOf(body) {
  const { errors = [], detail = '' } = /** @type {{ errors?: { detail?: string }[], detail?: string }} */ (body ?? {})
  return errors.map((each) => each.detail).join(' ') || detail
}
