import { parseArgs } from 'node:util'
import { SIGNERS } from '../generated/signers.mjs'

/** @typedef {keyof typeof SIGNERS} Credentialtype */

export const CREDENTIALTYPES = Object.keys(SIGNERS)

const API_IN_DEMO = 'http://localhost:3000/api/zaaksysteem/v1'
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
/** In binary mode attributes are headers, which the other types do not sign. */
const FIT_FOR_BINARY = ['ACCESSTOKEN', 'HTTPMESSAGESIGNATURES']
const SEQUENCE = /^\d{1,10}$/
const MAX_SEQUENCE = 2 ** 31 - 1
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const TOKEN = /^[\x21-\x7e]+$/
const ORIGIN = /^[a-z0-9.-]+$/i

/**
 * @typedef {object} Opties
 * @property {string} api without a slash at its end
 * @property {string} token
 * @property {string | undefined} naar exactly as given: it is the `aud` of tokens
 * @property {Credentialtype} credentialtype
 * @property {'structured' | 'binary'} contentmodus
 * @property {string} origin
 * @property {number | undefined} vanaf
 * @property {string | undefined} herhaal an id or a sequence
 * @property {Record<string, string>} keuze the filters, as query parameters
 * @property {number} sleutelpoort
 * @property {boolean} json
 */

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ ok: true, opties: Opties } | { ok: false, problemen: string[] } | { ok: false, hulp: true }}
 */
export function readOpties(args, env) {
  const gelezen = parse(args)
  if (typeof gelezen === 'string') return { ok: false, problemen: [gelezen] }
  if (gelezen.help) return { ok: false, hulp: true }

  const api = gelezen.api ?? env.ZAAKBODE_API ?? API_IN_DEMO
  const token = env.ZAAKBODE_TOKEN ?? ''
  const { naar, vanaf, herhaal, filters, credentialtype, contentmodus, sleutelpoort } = gelezen
  const apiUrl = parseUrl(api)
  const origin = gelezen.origin ?? apiUrl?.hostname ?? ''
  const fits = contentmodus !== 'binary' || FIT_FOR_BINARY.includes(credentialtype)
  const problemen = [
    !TOKEN.test(token) && 'Zet uw token in ZAAKBODE_TOKEN.',
    !isApi(apiUrl) && '--api is een adres met https. Met http mag het alleen op localhost.',
    naar !== undefined && !isLocalSink(naar) && '--naar mag alleen naar localhost, 127.0.0.1 of [::1], met http.',
    !isCredentialtype(credentialtype) && `--credentialtype is een van ${CREDENTIALTYPES.join(', ')}.`,
    contentmodus !== 'structured' && contentmodus !== 'binary' && '--contentmodus is structured of binary.',
    !fits && `--contentmodus binary kan alleen met --credentialtype ${FIT_FOR_BINARY.join(' of ')}.`,
    gelezen.origin !== undefined && !ORIGIN.test(gelezen.origin) && '--origin is een hostnaam.',
    vanaf !== undefined && !isSequence(vanaf) && '--vanaf is een sequence: een heel getal vanaf 0.',
    herhaal !== undefined && !UUID.test(herhaal) && !isSequence(herhaal) && '--herhaal is een id of een sequence.',
    !(Number(sleutelpoort) >= 1 && Number(sleutelpoort) <= 65_535) && '--sleutelpoort is een getal van 1 tot 65535.',
  ].filter((problem) => typeof problem === 'string')
  if (problemen.length > 0 || !isCredentialtype(credentialtype)) return { ok: false, problemen }

  return {
    ok: true,
    opties: {
      api: api.replace(/\/$/, ''),
      token,
      naar,
      credentialtype,
      contentmodus: contentmodus === 'binary' ? 'binary' : 'structured',
      origin,
      vanaf: vanaf === undefined ? undefined : Number(vanaf),
      herhaal,
      keuze: {
        ...(gelezen.type && { types: gelezen.type.join(',') }),
        ...(gelezen.zaaktype && { zaaktypen: gelezen.zaaktype.join(',') }),
        ...(filters !== undefined && { filters }),
      },
      sleutelpoort: Number(sleutelpoort),
      json: gelezen.json,
    },
  }
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        naar: { type: 'string' },
        api: { type: 'string' },
        credentialtype: { type: 'string', default: 'JWT' },
        contentmodus: { type: 'string', default: 'structured' },
        origin: { type: 'string' },
        vanaf: { type: 'string' },
        herhaal: { type: 'string' },
        type: { type: 'string', multiple: true },
        zaaktype: { type: 'string', multiple: true },
        filters: { type: 'string' },
        sleutelpoort: { type: 'string', default: '4001' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    return values
  } catch {
    return 'Een optie klopt niet. Met --help ziet u welke er zijn.'
  }
}

/** @param {string} text */
function parseUrl(text) {
  return URL.canParse(text) ? new URL(text) : undefined
}

/** @param {URL | undefined} url */
function isApi(url) {
  if (!url) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname))
}

/** Elsewhere a key that anybody can make would be no proof, and events would leave this machine. @param {string} naar */
function isLocalSink(naar) {
  const url = parseUrl(naar)
  return url?.protocol === 'http:' && url.username === '' && LOOPBACK.includes(url.hostname)
}

/** @param {string} text @returns {text is Credentialtype} */
function isCredentialtype(text) {
  return CREDENTIALTYPES.some((each) => each === text)
}

/** @param {string} text */
function isSequence(text) {
  return SEQUENCE.test(text) && Number(text) <= MAX_SEQUENCE
}
