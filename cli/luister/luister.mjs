import { loadSleutels, sleutelFolder } from '../signing/load-sleutels.mjs'
import { serveJwks } from '../signing/serve-jwks.mjs'
import { createPrinter } from './create-printer.mjs'
import { fetchApi, noApi } from './fetch-api.mjs'
import { fetchPage } from './fetch-page.mjs'
import { followGebeurtenissen } from './follow-gebeurtenissen.mjs'
import { forward, isArrived } from './forward.mjs'
import { isGebeurtenis } from './gebeurtenis.mjs'
import { HULP } from './hulp.mjs'
import { readOpties } from './read-opties.mjs'

const DONE = 0
const REFUSED = 1
const WRONG_OPTION = 2

/**
 * Prints the events of a zaaksysteem and forwards them, until Ctrl-C.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function luister(args) {
  const { stdout: out, stderr: err, env } = process
  const gelezen = readOpties(args, env)
  if (!gelezen.ok && 'hulp' in gelezen) {
    out.write(HULP)
    return DONE
  }
  if (!gelezen.ok) {
    const { complain } = createPrinter({ out, err, env, json: false })
    for (const problem of gelezen.problemen) complain(problem)
    return WRONG_OPTION
  }
  const { opties } = gelezen
  const printer = createPrinter({ out, err, env, json: opties.json })
  const sender = opties.naar === undefined ? undefined : await startSender({ ...opties, naar: opties.naar }, printer)
  if (typeof sender === 'string') {
    printer.complain(sender)
    return REFUSED
  }
  const stopping = new AbortController()
  // Once: who presses Ctrl-C again does not want to wait for the receiver.
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopping.abort())
  const session = { printer, sender, signal: stopping.signal }
  try {
    return await (opties.herhaal === undefined ? follow(opties, session) : repeat(opties, session))
  } finally {
    sender?.close()
  }
}

/**
 * @typedef {object} Session
 * @property {ReturnType<typeof createPrinter>} printer
 * @property {Sender | undefined} sender
 * @property {AbortSignal} signal
 */

/**
 * One event at a time, so those of a zaak arrive in order.
 *
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {Session} session
 */
async function follow(opties, { printer, sender, signal }) {
  let position = opties.vanaf
  const begin = (/** @type {number} */ sequence) =>
    printer.tell(`Luistert naar ${opties.api}, na sequence ${sequence}.`)
  if (position !== undefined) begin(position)
  const stukken = followGebeurtenissen(opties, { signal, tell: printer.tell })
  for (;;) {
    const { done, value } = await stukken.next()
    if (done) {
      if (value !== undefined) printer.complain(value)
      if (position !== undefined) printer.tell(`Gestopt. Ga verder met --vanaf ${position}.`)
      return value === undefined ? DONE : REFUSED
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
    return REFUSED
  }
  const antwoord = await sender?.send(found.gebeurtenis)
  printer.print(found.gebeurtenis, antwoord)
  return antwoord && !isArrived(antwoord) ? REFUSED : DONE
}

/**
 * @typedef {object} Sender
 * @property {(gebeurtenis: import('./gebeurtenis.mjs').Gebeurtenis) => ReturnType<typeof forward>} send
 * @property {() => void} close
 */

/**
 * @param {import('./read-opties.mjs').Opties & { naar: string }} opties
 * @param {{ tell: (zin: string) => void }} printer
 * @returns {Promise<Sender | string>} a sentence when it cannot
 */
async function startSender(opties, { tell }) {
  const { naar, credentialtype, sleutelpoort } = opties
  const sleutels = await tryToLoad(sleutelFolder(process.env))
  if (typeof sleutels === 'string') return sleutels
  const jwks = await serveJwks(sleutels, sleutelpoort)
  if (!jwks.ok) return `Poort ${sleutelpoort} is bezet. Kies een andere met --sleutelpoort.`
  tell(`Stuurt door naar ${naar}, ondertekend met ${credentialtype}.`)
  if (credentialtype !== 'ACCESSTOKEN') tell(`De sleutels voor uw ontvanger: ${jwks.url}`)
  if (credentialtype === 'ACCESSTOKEN') tell(`Het token voor uw ontvanger: ${sleutels.accesstoken}`)
  if (credentialtype === 'STANDARDWEBHOOKS') tell(`Het geheim voor uw ontvanger: ${sleutels.secret}`)
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
    // The message leaves out what went wrong: an error of JSON shows a part of what it could not read, which is a secret.
    return `De sleutels in ${folder} zijn niet te lezen of te bewaren.`
  }
}

/**
 * One event, by its id or its sequence.
 *
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {{ signal: AbortSignal }} wish
 * @returns {Promise<{ ok: true, gebeurtenis: import('./gebeurtenis.mjs').Gebeurtenis } | { ok: false, zin: string }>}
 */
async function fetchGebeurtenis(opties, { signal }) {
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
