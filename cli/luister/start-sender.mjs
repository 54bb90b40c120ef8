import { loadSleutels, sleutelFolder } from '../signing/load-sleutels.mjs'
import { serveJwks } from '../signing/serve-jwks.mjs'
import { forward } from './forward.mjs'

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
export async function startSender(opties, { tell }) {
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
    // Not what went wrong: an error of JSON shows a part of what it could not read, which is a secret.
    return `De sleutels in ${folder} zijn niet te lezen of te bewaren.`
  }
}
