import { serveJwks } from '../signing/serve-jwks.mjs'
import { loadSleutels, sleutelFolder } from '../signing/sleutels.mjs'
import { fetchGebeurtenis } from './fetch-page.mjs'
import { followGebeurtenissen } from './follow-gebeurtenissen.mjs'
import { forward } from './forward.mjs'
import { HULP, readOpties } from './opties.mjs'
import { createPrinter, isArrived } from './printer.mjs'

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
 * @typedef {ReturnType<typeof createPrinter>} Printer
 * @typedef {{ send(gebeurtenis: import('./fetch-page.mjs').Gebeurtenis): ReturnType<typeof forward>, close(): void }} Sender
 * @typedef {{ printer: Printer, sender: Sender | undefined, signal: AbortSignal }} Session
 */

/**
 * @param {import('./opties.mjs').Opties & { naar: string }} opties
 * @param {Printer} printer
 * @returns {Promise<Sender | string>} a sentence when it cannot
 */
async function startSender(opties, { tell }) {
  const { naar, credentialtype, sleutelpoort } = opties
  const sleutels = tryToLoad(sleutelFolder(process.env))
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
function tryToLoad(folder) {
  try {
    return loadSleutels(folder)
  } catch {
    // Not what went wrong: an error of JSON shows a part of what it could not read, which is a secret.
    return `De sleutels in ${folder} zijn niet te lezen of te bewaren.`
  }
}

/**
 * One event at a time, so those of a zaak arrive in order.
 *
 * @param {import('./opties.mjs').Opties} opties
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
 * @param {import('./opties.mjs').Opties} opties
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
