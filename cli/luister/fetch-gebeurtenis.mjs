import { fetchApi, noApi } from './fetch-api.mjs'
import { fetchPage } from './fetch-page.mjs'
import { isGebeurtenis } from './gebeurtenis.mjs'

/**
 * One event, by its id or its sequence.
 *
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {{ signal: AbortSignal }} wish
 * @returns {Promise<{ ok: true, gebeurtenis: import('./gebeurtenis.mjs').Gebeurtenis } | { ok: false, zin: string }>}
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
    if (!page.ok && page.reason === 'unknown') return unknown
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
