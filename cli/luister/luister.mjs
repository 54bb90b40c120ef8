import { createPrinter } from './create-printer.mjs'
import { fetchGebeurtenis } from './fetch-gebeurtenis.mjs'
import { followGebeurtenissen } from './follow-gebeurtenissen.mjs'
import { isArrived } from './forward.mjs'
import { HULP } from './hulp.mjs'
import { readOpties } from './read-opties.mjs'
import { startSender } from './start-sender.mjs'

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
 * @property {import('./start-sender.mjs').Sender | undefined} sender
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
