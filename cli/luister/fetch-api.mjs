/** Longer than the zaaksysteem lets a request wait. */
const TIMEOUT_MS = 45_000
/** Longer than a page of the largest events. */
const MAX_BYTES = 32 * 1024 * 1024

/**
 * @typedef {{ ok: false, reason: 'later', zin: string, afterMs: number } | { ok: false, reason: 'refused', zin: string }} Failure
 */

/**
 * @param {string} url
 * @param {{ token: string, signal: AbortSignal }} options
 * @returns {Promise<{ ok: true, status: number, headers: Headers, body: unknown } | Failure>}
 */
export async function fetchApi(url, { token, signal }) {
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/cloudevents-batch+json, application/json' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    const { status, headers } = response
    const text = await readText(response)
    if (text === undefined) return refused('Het antwoord is langer dan een zaaksysteem er een geeft.')
    if (status === 401) return refused('Het zaaksysteem kent dit token niet (401).')
    if (status === 403) return refused('Dit token mag geen gebeurtenissen lezen (403). Nodig is gebeurtenissen.lezen.')
    if (status === 408 || status === 429 || status >= 500) {
      const afterMs = Number(headers.get('retry-after') ?? 0) * 1_000 || 0
      return { ok: false, reason: 'later', zin: `Het zaaksysteem is nu niet beschikbaar (${status}).`, afterMs }
    }
    const body = parseJson(text)
    if (status === 400) return refused(`Het zaaksysteem begrijpt de vraag niet: ${detailOf(body)}`)
    return { ok: true, status, headers, body }
  } catch (err) {
    return { ok: false, reason: 'later', zin: `Geen verbinding met het zaaksysteem (${whyBroken(err)}).`, afterMs: 0 }
  }
}

/**
 * Of an answer without an end no more is kept than this.
 *
 * @param {Response} response
 * @returns {Promise<string | undefined>} undefined when there is more
 */
async function readText({ body }) {
  /** @type {Uint8Array[]} */
  const parts = []
  let bytes = 0
  // Leaving it breaks the answer off.
  for await (const part of body ?? []) {
    bytes += part.length
    if (bytes > MAX_BYTES) return undefined
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
export function noApi(api) {
  return refused(`Op ${api} is geen zaaksysteem met gebeurtenissen.`)
}

/** @param {unknown} body */
function detailOf(body) {
  const { errors = [] } = /** @type {{ errors?: { detail?: string }[] }} */ (body ?? {})
  return errors.map(({ detail }) => detail).join(' ')
}
