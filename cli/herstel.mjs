import { ask } from './api/ask.mjs'
import { isUuid, parseOpties } from './opties/parse-opties.mjs'
import { zinnen } from './zinnen/zinnen.mjs'

const VORM = /** @type {const} */ ({ vanaf: { type: 'string' } })
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

/**
 * @typedef {import('./opties/parse-opties.mjs').Algemeen & { id: string, vanaf: string | undefined }} Opties
 */

/** Starts a herstel of an abonnement, or shows the progress of earlier ones. */
export const HERSTEL = { lees, doe }

/** @param {string[]} args @param {NodeJS.ProcessEnv} env */
function lees(args, env) {
  const opdracht = { vorm: VORM, argumenten: 1, gebruik: 'herstel <abonnement>' }
  const { gelezen, argumenten, algemeen, problemen } = parseOpties(args, env, opdracht)
  const [id = ''] = argumenten
  const { vanaf } = gelezen
  return {
    hulp: gelezen.help === true,
    problemen: [
      ...problemen,
      id !== '' && !isUuid(id) && zinnen.opties.uuid('<abonnement>'),
      vanaf !== undefined && !MOMENT.test(vanaf) && zinnen.opties.tijdstip,
    ],
    opties: { ...algemeen, id, vanaf },
  }
}

/**
 * @param {Opties} opties
 * @param {{ printer: ReturnType<typeof import('./create-printer.mjs').createPrinter>, signal: AbortSignal }}
 *   options
 */
async function doe({ id, vanaf, ...wie }, { printer, signal }) {
  const vraag = { path: `abonnementen/${id}/herstel`, ...(vanaf !== undefined && { method: 'POST', body: { vanaf } }) }
  const answer = await ask({ ...wie, signal, tell: printer.tell }, vraag)
  if (!answer.ok) {
    printer.complain(answer.zin)
    return false
  }
  printer.show(answer.body, vanaf === undefined ? progress(answer.body) : [begun(answer.body)])
  return true
}

/** @param {unknown} body */
function begun(body) {
  const { totaal } = /** @type {{ totaal: number }} */ (body)
  return zinnen.herstel.begonnen(totaal)
}

/** @param {unknown} body */
function progress(body) {
  const acties = /** @type {{ hersteld: number, totaal: number, vanaf: string, klaarOp: string | null }[]} */ (body)
  if (acties.length === 0) return [zinnen.herstel.geen]
  return acties.map(({ hersteld, totaal, vanaf, klaarOp }) =>
    zinnen.herstel.ver(hersteld, totaal, vanaf, klaarOp !== null),
  )
}
