import { fetchApi, noApi } from '../api/fetch-api.mjs'
import { loadSleutels, sleutelFolder } from '../signing/load-sleutels.mjs'
import { serveJwks } from '../signing/serve-jwks.mjs'
import { zinnen } from '../zinnen/zinnen.mjs'
import { fetchPage } from './fetch-page.mjs'
import { followGebeurtenissen } from './follow-gebeurtenissen.mjs'
import { forward, isArrived } from './forward.mjs'
import { isGebeurtenis } from './gebeurtenis.mjs'
import { readOpties } from './read-opties.mjs'

/** Prints the events of a zaaksysteem and forwards them, until Ctrl-C. */
export const LUISTER = { lees: readOpties, doe: luister }

/**
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {{ printer: ReturnType<typeof import('../create-printer.mjs').createPrinter>, signal: AbortSignal }}
 *   options
 * @returns {Promise<boolean>} true when it succeeded
 */
async function luister(opties, { printer, signal }) {
  const sender = opties.naar === undefined ? undefined : await startSender({ ...opties, naar: opties.naar }, printer)
  if (typeof sender === 'string') {
    printer.complain(sender)
    return false
  }
  const session = { printer, sender, signal }
  try {
    return await (opties.herhaal === undefined ? follow(opties, session) : repeat(opties, session))
  } finally {
    sender?.close()
  }
}

/**
 * @typedef {object} Session
 * @property {ReturnType<typeof import('../create-printer.mjs').createPrinter>} printer
 * @property {Sender | undefined} sender
 * @property {AbortSignal} signal
 */

/**
 * Handles one event at a time, so that those of a zaak arrive in order.
 *
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {Session} session
 */
async function follow(opties, { printer, sender, signal }) {
  let position = opties.vanaf
  const begin = (/** @type {number} */ sequence) => printer.tell(zinnen.luister.luistert(opties.api, sequence))
  if (position !== undefined) begin(position)
  const stukken = followGebeurtenissen(opties, { signal, tell: printer.tell })
  for (;;) {
    const { done, value } = await stukken.next()
    if (done) {
      if (value !== undefined) printer.complain(value)
      if (position !== undefined) printer.tell(zinnen.luister.gestopt(position))
      return value === undefined
    }
    if (position === undefined) begin(value.tot)
    for (const gebeurtenis of value.gebeurtenissen) {
      if (signal.aborted) break
      printer.print(gebeurtenis, await sender?.send(gebeurtenis))
      position = Number(gebeurtenis.sequence)
    }
    if (!signal.aborted) position = value.tot
  }
}

/**
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {Session} session
 */
async function repeat(opties, { printer, sender, signal }) {
  const found = await fetchGebeurtenis(opties, { signal })
  if (!found.ok) {
    printer.complain(found.zin)
    return false
  }
  const antwoord = await sender?.send(found.gebeurtenis)
  printer.print(found.gebeurtenis, antwoord)
  return !antwoord || isArrived(antwoord)
}

/**
 * @typedef {object} Sender
 * @property {(gebeurtenis: import('./gebeurtenis.mjs').Gebeurtenis) => ReturnType<typeof forward>} send
 * @property {() => void} close
 */

/**
 * @param {import('./read-opties.mjs').Opties & { naar: string }} opties
 * @param {{ tell: (zin: string) => void }} printer
 * @returns {Promise<Sender | string>} a sentence when it cannot start
 */
async function startSender(opties, { tell }) {
  const { naar, credentialtype, sleutelpoort } = opties
  const sleutels = await tryToLoad(sleutelFolder(process.env))
  if (typeof sleutels === 'string') return sleutels
  const jwks = await serveJwks(sleutels, sleutelpoort)
  if (!jwks.ok) return zinnen.luister.poortBezet(sleutelpoort)
  tell(zinnen.luister.stuurtDoor(naar, credentialtype))
  if (credentialtype !== 'ACCESSTOKEN') tell(zinnen.luister.sleutels(jwks.url))
  if (credentialtype === 'ACCESSTOKEN') tell(zinnen.luister.token(sleutels.accesstoken))
  if (credentialtype === 'STANDARDWEBHOOKS') tell(zinnen.luister.geheim(sleutels.secret))
  return {
    send: (gebeurtenis) => forward(opties, { gebeurtenis, sleutels }),
    close: jwks.close,
  }
}

/** @param {string} folder */
async function tryToLoad(folder) {
  try {
    return await loadSleutels(folder)
  } catch {
    // The message does not give the cause: a JSON error shows part of the text, which is a secret.
    return zinnen.luister.sleutelsOnleesbaar(folder)
  }
}

/**
 * Returns one event, by its id or its sequence.
 *
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {{ signal: AbortSignal }} wish
 * @returns {Promise<{ ok: true, gebeurtenis: import('./gebeurtenis.mjs').Gebeurtenis }
 *   | { ok: false, zin: string }>}
 */
async function fetchGebeurtenis(opties, { signal }) {
  const { api, token, herhaal = '' } = opties
  const unknown = { ok: /** @type {const} */ (false), zin: zinnen.luister.onbekend(herhaal) }
  const gone = { ...unknown, zin: zinnen.luister.nietBewaard(herhaal) }
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
