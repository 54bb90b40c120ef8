import { whyBroken } from '../api/fetch-api.mjs'
import { encodeCeHeader } from '../generated/ce-header.mjs'
import { SIGNERS } from '../generated/signers.mjs'
import { zinnen } from '../zinnen/zinnen.mjs'

/** The timeout of a delivery. */
const TIMEOUT_MS = 15_000

/**
 * The response of the receiver; `fout` without one.
 *
 * @typedef {{ duurMs: number, status: number, tekst: string } | { duurMs: number, fout: string }} Antwoord
 */

/**
 * Sends one event as the zaaksysteem would deliver it, with the keys of this machine. Does not retry: a
 * receiver under development fails often, and its developer does not want the next event to wait for that.
 *
 * @param {import('./read-opties.mjs').Opties & { naar: string }} opties
 * @param {{ gebeurtenis: import('./gebeurtenis.mjs').Gebeurtenis,
 *   sleutels: import('../signing/load-sleutels.mjs').Sleutels }} options
 * @returns {Promise<Antwoord>}
 */
export async function forward(opties, { gebeurtenis, sleutels }) {
  // A server that is no zaaksysteem may send attributes that cannot become text.
  const request = await prepare(opties, { gebeurtenis, sleutels }).catch(() => undefined)
  if (!request) return { duurMs: 0, fout: zinnen.luister.nietTeVersturen }
  const startMs = performance.now()
  const elapsed = () => Math.round(performance.now() - startMs)
  try {
    const response = await fetch(opties.naar, {
      method: 'POST',
      ...request,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const duurMs = elapsed()
    return { duurMs, status: response.status, tekst: await readBegin(response) }
  } catch (err) {
    const isTimeout = err instanceof Error && err.name === 'TimeoutError'
    return {
      duurMs: elapsed(),
      fout: isTimeout ? zinnen.luister.geenAntwoord : zinnen.luister.geenVerbinding(whyBroken(err)),
    }
  }
}

/**
 * Makes the signed request.
 *
 * @param {Parameters<typeof forward>[0]} opties
 * @param {Parameters<typeof forward>[1]} options
 * @returns {Promise<{ body: string, headers: Record<string, string> }>}
 */
async function prepare({ naar, contentmodus, credentialtype, origin }, { gebeurtenis, sleutels }) {
  const { body, headers: form } = renderRequest(contentmodus, gebeurtenis)
  const { id: eventId, source, traceparent } = gebeurtenis
  const headers = {
    ...form,
    'User-Agent': 'Zaakbode-luister',
    'WebHook-Request-Origin': origin,
    ...(traceparent !== undefined && { traceparent }),
  }
  const { tekenen, accesstoken, secret } = sleutels
  const signingKey = async (/** @type {keyof typeof tekenen} */ alg) => tekenen[alg]
  const geheimen = [credentialtype === 'ACCESSTOKEN' ? accesstoken : secret]
  const proof = await SIGNERS[credentialtype](
    { source, now: new Date(), signingKey },
    { body, eventId, sink: naar, method: 'POST', headers, geheimen },
  )
  return { body, headers: { ...headers, ...proof } }
}

/** Never throws: the receiver has answered even when its body breaks off. @param {Response} response */
async function readBegin(response) {
  try {
    const reader = response.body?.getReader()
    const begin = await reader?.read()
    await reader?.cancel()
    return Buffer.from(begin?.value ?? []).toString()
  } catch {
    return ''
  }
}

/** @param {Antwoord} antwoord */
export function isArrived(antwoord) {
  return 'status' in antwoord && antwoord.status >= 200 && antwoord.status < 300
}

/**
 * Renders an event as a request in structured or binary mode (CloudEvents HTTP binding 1.0.2 sections 3.2 and
 * 3.1).
 *
 * @param {'structured' | 'binary'} contentmodus
 * @param {import('./gebeurtenis.mjs').Gebeurtenis} gebeurtenis
 * @returns {{ body: string, headers: Record<string, string> }}
 */
function renderRequest(contentmodus, gebeurtenis) {
  if (contentmodus === 'structured') {
    const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8' }
    return { body: JSON.stringify(gebeurtenis), headers }
  }
  const { data, datacontenttype, ...attributes } = gebeurtenis
  const headers = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeCeHeader(String(value))])
  return {
    body: JSON.stringify(data),
    headers: { 'content-type': String(datacontenttype), ...Object.fromEntries(headers) },
  }
}
