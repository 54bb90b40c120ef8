import { SIGNERS } from '../generated/signers.mjs'
import { isLoopback, isUuid, parseOpties, parseUrl } from '../opties/parse-opties.mjs'
import { zinnen } from '../zinnen/zinnen.mjs'

/** @typedef {keyof typeof SIGNERS} Credentialtype */

export const CREDENTIALTYPES = Object.keys(SIGNERS)

/** In binary mode attributes are headers, which the other types do not sign. */
const FIT_FOR_BINARY = ['ACCESSTOKEN', 'HTTPMESSAGESIGNATURES']
const MODI = ['structured', 'binary']
const SEQUENCE = /^\d{1,10}$/
const MAX_SEQUENCE = 2 ** 31 - 1
const ORIGIN = /^[a-z0-9.-]+$/i

const VORM = /** @type {const} */ ({
  naar: { type: 'string' },
  credentialtype: { type: 'string', default: 'JWT' },
  contentmodus: { type: 'string', default: 'structured' },
  origin: { type: 'string' },
  vanaf: { type: 'string' },
  herhaal: { type: 'string' },
  type: { type: 'string', multiple: true },
  zaaktype: { type: 'string', multiple: true },
  filters: { type: 'string' },
  sleutelpoort: { type: 'string', default: '4001' },
})

/**
 * @typedef {import('../opties/parse-opties.mjs').Algemeen & {
 *   naar: string | undefined, credentialtype: Credentialtype, contentmodus: 'structured' | 'binary',
 *   origin: string, vanaf: number | undefined, herhaal: string | undefined, keuze: Record<string, string>,
 *   sleutelpoort: number
 * }} Opties `api` without a trailing slash; `naar` exactly as given, because it is the `aud` of tokens;
 *   `herhaal` an id or a sequence; `keuze` the filters, as query parameters
 */

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function readOpties(args, env) {
  const { gelezen, algemeen, problemen } = parseOpties(args, env, { vorm: VORM, argumenten: 0, gebruik: 'luister' })
  const { naar, vanaf, herhaal, filters, type, zaaktype } = gelezen
  const { credentialtype = '', contentmodus = '', sleutelpoort } = gelezen
  const fits = contentmodus !== 'binary' || FIT_FOR_BINARY.includes(credentialtype)
  const { opties: zin } = zinnen
  /** @type {Opties} */
  const opties = {
    ...algemeen,
    naar,
    credentialtype: isCredentialtype(credentialtype) ? credentialtype : 'JWT',
    contentmodus: contentmodus === 'binary' ? 'binary' : 'structured',
    origin: gelezen.origin ?? parseUrl(algemeen.api)?.hostname ?? '',
    vanaf: vanaf === undefined ? undefined : Number(vanaf),
    herhaal,
    keuze: {
      ...(type && { types: type.join(',') }),
      ...(zaaktype && { zaaktypen: zaaktype.join(',') }),
      ...(filters !== undefined && { filters }),
    },
    sleutelpoort: Number(sleutelpoort),
  }
  return {
    hulp: gelezen.help === true,
    problemen: [
      ...problemen,
      naar !== undefined && !isLocalSink(naar) && zin.naar,
      !isCredentialtype(credentialtype) && zin.eenVan('--credentialtype', CREDENTIALTYPES),
      !MODI.includes(contentmodus) && zin.eenVan('--contentmodus', MODI),
      !fits && zin.binary(FIT_FOR_BINARY),
      gelezen.origin !== undefined && !ORIGIN.test(gelezen.origin) && zin.origin,
      vanaf !== undefined && !isSequence(vanaf) && zin.vanaf,
      herhaal !== undefined && !isUuid(herhaal) && !isSequence(herhaal) && zin.herhaal,
      !(Number(sleutelpoort) >= 1 && Number(sleutelpoort) <= 65_535) && zin.sleutelpoort,
    ],
    opties,
  }
}

/**
 * Any other address would get events off this machine, signed with a key that anybody can make.
 *
 * @param {string} naar
 */
function isLocalSink(naar) {
  return isLoopback(naar) && parseUrl(naar)?.username === ''
}

/** @param {string} text @returns {text is Credentialtype} */
function isCredentialtype(text) {
  return CREDENTIALTYPES.some((each) => each === text)
}

/** @param {string} text */
function isSequence(text) {
  return SEQUENCE.test(text) && Number(text) <= MAX_SEQUENCE
}
