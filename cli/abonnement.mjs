import { ask } from './api/ask.mjs'
import { CREDENTIALTYPES } from './luister/read-opties.mjs'
import { isUuid, parseOpties } from './opties/parse-opties.mjs'
import { zinnen } from './zinnen/zinnen.mjs'

const VORM = /** @type {const} */ ({
  sink: { type: 'string' },
  credentialtype: { type: 'string', default: 'JWT' },
  contentmodus: { type: 'string', default: 'structured' },
  naam: { type: 'string' },
  type: { type: 'string', multiple: true },
  filters: { type: 'string' },
})
const MODI = ['structured', 'binary', 'batch']
const GEBRUIK = 'abonnement list | maak --sink … | pauzeer <id> | hervat <id>'

/** The last path segment of each command on one abonnement. @type {Record<string, string>} */
const OP_EEN = { pauzeer: 'pauze', hervat: 'hervatting' }

/**
 * @typedef {import('./opties/parse-opties.mjs').Algemeen & { pad: string, maakt: object | undefined,
 *   verandert: boolean }} Opties
 * @typedef {{ id: string, status: string, statusreden: string | null, foutcode: string | null, sink: string,
 *   naam: string, sinkcredential: { credentialtype: string, secret?: string, accesstoken?: string } }}
 *   Abonnement
 */

export const ABONNEMENT = { lees, doe }

/** @param {string[]} args @param {NodeJS.ProcessEnv} env */
function lees(args, env) {
  const [actie = '', ...rest] = args
  const isAboutOne = Object.hasOwn(OP_EEN, actie)
  const isKnown = isAboutOne || actie === 'list' || actie === 'maak'
  const opdracht = { vorm: VORM, argumenten: isAboutOne ? 1 : 0, gebruik: GEBRUIK }
  const given = parseOpties(isKnown ? rest : args, env, opdracht)
  const { sink, naam, type, filters, credentialtype = '', contentmodus = '' } = given.gelezen
  const [id = ''] = given.argumenten
  const parsed = parseFilters(filters)
  const { opties: zin } = zinnen
  return {
    hulp: given.gelezen.help === true,
    problemen: [
      ...given.problemen,
      !isKnown && args.length === 0 && zin.argumenten(GEBRUIK),
      isAboutOne && id !== '' && !isUuid(id) && zin.uuid(`<id>`),
      actie === 'maak' && sink === undefined && zin.sink,
      !CREDENTIALTYPES.includes(credentialtype) && zin.eenVan('--credentialtype', CREDENTIALTYPES),
      !MODI.includes(contentmodus) && zin.eenVan('--contentmodus', MODI),
      parsed === undefined && zin.filters,
    ],
    opties: {
      ...given.algemeen,
      pad: isAboutOne ? `abonnementen/${id}/${OP_EEN[actie]}` : 'abonnementen',
      verandert: actie !== 'list',
      maakt:
        actie === 'maak'
          ? {
              protocol: 'HTTP',
              sink,
              sinkcredential: { credentialtype },
              config: { contentmodus },
              filters: parsed,
              ...(naam !== undefined && { naam }),
              ...(type && { types: type }),
            }
          : undefined,
    },
  }
}

/** @param {string | undefined} filters @returns {unknown} `undefined` for invalid JSON */
function parseFilters(filters) {
  try {
    return JSON.parse(filters ?? '[]')
  } catch {
    return undefined
  }
}

/**
 * @param {Opties} opties
 * @param {{ printer: ReturnType<typeof import('./create-printer.mjs').createPrinter>, signal: AbortSignal }}
 *   options
 */
async function doe({ pad, verandert, maakt, ...wie }, { printer, signal }) {
  const method = verandert ? 'POST' : 'GET'
  const answer = await ask({ ...wie, signal, tell: printer.tell }, { path: pad, method, ...(maakt && { body: maakt }) })
  if (!answer.ok) {
    printer.complain(answer.zin)
    return false
  }
  const abonnementen = /** @type {Abonnement[]} */ ([answer.body].flat())
  const { secret, accesstoken } = abonnementen[0]?.sinkcredential ?? {}
  const geheim = secret ?? accesstoken
  const regels = abonnementen.length === 0 ? [zinnen.abonnement.geen] : abonnementen.map(asRegel)
  printer.show(answer.body, [...regels, ...(geheim ? [zinnen.abonnement.bewaar(geheim)] : [])])
  return true
}

/** @param {Abonnement} abonnement */
export function asRegel({ id, status, statusreden, foutcode, sink, naam }) {
  const waarom = [statusreden, foutcode].filter(Boolean).join(', ')
  return [id, waarom ? `${status} (${waarom})` : status, sink, naam].join('  ').trimEnd()
}
