import { fetchApi, noApi } from '../api/fetch-api.mjs'
import { areGebeurtenissen } from './gebeurtenis.mjs'

const WACHT_SECONDS = 30
/** Small, because events are forwarded one by one while the rest of the page waits. */
const LIMIET = 100
/** The highest possible sequence. A page after it returns the last sequence of the zaaksysteem. */
const MAX_SEQUENCE = 2 ** 31 - 1

/**
 * @typedef {{ ok: true, gebeurtenissen: import('./gebeurtenis.mjs').Gebeurtenis[], tot: number,
 *     hoogste: number }
 *   | { ok: false, reason: 'unknown', hoogste: number }
 *   | { ok: false, reason: 'purged', hoogste: number, oudste: number | undefined }
 *   | import('../api/fetch-api.mjs').Failure} Page
 */

/**
 * Returns the events after `vanaf`; when there are none yet the zaaksysteem waits for one. `tot` is the next
 * `vanaf`. `oudste` is the first event that is still kept after a purged one.
 *
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {{ vanaf: number, limiet?: number, wacht?: number, signal: AbortSignal }} wish
 * @returns {Promise<Page>}
 */
export async function fetchPage({ api, token, keuze }, { vanaf, limiet = LIMIET, wacht = WACHT_SECONDS, signal }) {
  const query = new URLSearchParams({ vanaf: String(vanaf), limiet: String(limiet), wacht: String(wacht), ...keuze })
  const answer = await fetchApi(`${api}/gebeurtenissen?${query}`, { token, signal })
  if (!answer.ok) return answer
  const { headers, status, body } = answer
  const hoogste = Number(headers.get('hoogste-sequence') ?? Number.NaN)
  if (status === 409 && !Number.isNaN(hoogste)) return { ok: false, reason: 'unknown', hoogste }
  if (status === 410 && !Number.isNaN(hoogste)) {
    return { ok: false, reason: 'purged', hoogste, oudste: Number(headers.get('oudste-sequence')) || undefined }
  }
  const tot = Number(headers.get('tot-sequence') ?? Number.NaN)
  if (status !== 200 || !areGebeurtenissen(body) || Number.isNaN(tot) || Number.isNaN(hoogste)) return noApi(api)
  return { ok: true, gebeurtenissen: body, tot, hoogste }
}

/**
 * Returns the sequence of the last event.
 *
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {{ signal: AbortSignal }} wish
 */
export function fetchEnd(opties, { signal }) {
  return fetchPage(opties, { vanaf: MAX_SEQUENCE, limiet: 1, wacht: 0, signal })
}
