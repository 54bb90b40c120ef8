import { parseArgs } from 'node:util'
import { zinnen } from '../zinnen/zinnen.mjs'
import { closest } from './closest.mjs'

const API_IN_DEMO = 'http://localhost:3000/api/zaaksysteem/v1'
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const TOKEN = /^[\x21-\x7e]+$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The options of every command. */
const ALGEMEEN = /** @type {const} */ ({
  api: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
})

/**
 * `api` has no trailing slash.
 *
 * @typedef {{ type: 'string' | 'boolean', multiple?: boolean, default?: string | boolean, short?: string }}
 *   Optie
 * @typedef {Record<string, Optie>} Vorm
 * @typedef {{ api?: string, json?: boolean, help?: boolean }} Gegeven
 * @typedef {{ api: string, token: string, json: boolean }} Algemeen
 */

/**
 * Returns the given options, with every fault at once.
 *
 * @template {Vorm} V
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{ vorm: V, argumenten: number, gebruik: string }} opdracht its own options, its number of
 * arguments, and its usage
 */
export function parseOpties(args, env, { vorm, argumenten, gebruik }) {
  const opties = /** @type {Vorm} */ ({ ...ALGEMEEN, ...vorm })
  // Not strict: that stops at the first fault and describes it in English.
  const given = parseArgs({ args, options: opties, strict: false, allowPositionals: true, tokens: true })
  const gelezen = /** @type {ReturnType<typeof parseArgs<{ options: V }>>['values'] & Gegeven} */ (given.values)
  const api = gelezen.api ?? env.ZAAKBODE_API ?? API_IN_DEMO
  // A token that was copied from a Windows file ends with a carriage return.
  const token = (env.ZAAKBODE_TOKEN ?? '').trim()
  const ofOpties = given.tokens.flatMap((one) => (one.kind === 'option' ? problemOf(one, opties) : []))
  // The value of an unknown option looks like an argument.
  const isMiscounted = ofOpties.length === 0 && given.positionals.length !== argumenten
  const problemen = [
    ...ofOpties,
    ...(isMiscounted ? [zinnen.opties.argumenten(gebruik)] : []),
    ...(TOKEN.test(token) ? [] : [zinnen.opties.token]),
    ...(isApi(api) ? [] : [zinnen.opties.api]),
  ]
  const algemeen = { api: api.replace(/\/$/, ''), token, json: gelezen.json === true }
  return { gelezen, argumenten: given.positionals, algemeen, problemen }
}

/**
 * @param {{ name: string, rawName: string, value?: string | undefined, inlineValue?: boolean | undefined }}
 *   token
 * @param {Vorm} opties
 */
function problemOf({ name, rawName, value, inlineValue }, opties) {
  const optie = Object.hasOwn(opties, name) ? opties[name] : undefined
  if (!optie) {
    const names = Object.keys(opties).map((one) => `--${one}`)
    return [zinnen.opties.onbekend(rawName, closest(rawName, names))]
  }
  if (optie.type === 'boolean') return value === undefined ? [] : [zinnen.opties.metWaarde(rawName)]
  const isNextOption = value?.startsWith('--') && !inlineValue
  return value === undefined || isNextOption ? [zinnen.opties.zonderWaarde(rawName)] : []
}

/** @param {string} api */
function isApi(api) {
  return parseUrl(api)?.protocol === 'https:' || isLoopback(api)
}

/** @param {string} text */
export function parseUrl(text) {
  return URL.canParse(text) ? new URL(text) : undefined
}

/** True for http on this machine. @param {string} text */
export function isLoopback(text) {
  const url = parseUrl(text)
  return url?.protocol === 'http:' && LOOPBACK.includes(url.hostname)
}

/** @param {string} text */
export function isUuid(text) {
  return UUID.test(text)
}
