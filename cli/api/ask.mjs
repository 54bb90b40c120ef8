import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { zinnen } from '../zinnen/zinnen.mjs'
import { detailOf, fetchApi } from './fetch-api.mjs'

/**
 * @typedef {object} Gesprek the caller and the API
 * @property {string} api
 * @property {string} token
 * @property {AbortSignal} signal
 * @property {(zin: string) => void} tell
 */

/**
 * Sends one request to the zaaksysteem. A response with Retry-After is retried with the same key, so that the
 * request takes effect once.
 *
 * @param {Gesprek} gesprek
 * @param {{ path: string, method?: string, headers?: Record<string, string>, body?: object | string }} vraag
 *   a string body is sent as bytes
 * @returns {Promise<{ ok: true, status: number, headers: Headers, body: unknown }
 *   | { ok: false, zin: string }>}
 */
export async function ask({ api, token, signal, tell }, { path, method = 'GET', headers = {}, body }) {
  const keyed = { ...headers, ...(method !== 'GET' && { 'Idempotency-Key': randomUUID() }) }
  for (;;) {
    const answer = await fetchApi(`${api}/${path}`, { token, signal, method, headers: keyed, body })
    if (answer.ok && answer.status < 300) return answer
    if (answer.ok) return { ok: false, zin: zinnen.api.weigert(answer.status, detailOf(answer.body)) }
    if (answer.reason === 'refused' || answer.afterMs === 0 || signal.aborted) return answer
    tell(`${answer.zin} ${zinnen.api.nieuwePoging(Math.ceil(answer.afterMs / 1_000))}`)
    await sleep(answer.afterMs, undefined, { signal }).catch(() => {})
  }
}
