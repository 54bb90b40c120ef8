import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { importSigningKey } from '../generated/signing.mjs'

const RSA_BITS = 2048
const SECRET_BYTES = 32

/**
 * @typedef {'ES256' | 'Ed25519' | 'PS256'} Algoritme
 * @typedef {{ kid: string, alg: Algoritme, key: CryptoKey, publiek: import('node:crypto').JsonWebKey }}
 *   Sleutel
 * @typedef {object} Sleutels
 * @property {Record<Algoritme, Sleutel>} tekenen
 * @property {string} accesstoken for ACCESSTOKEN
 * @property {string} secret for STANDARDWEBHOOKS
 *
 * @typedef {{ kid: string, pkcs8: string }} Bewaard
 * @typedef {{ sleutels: Record<Algoritme, Bewaard>, accesstoken: string, secret: string }} Bestand
 */

/**
 * Loads the keys of this machine, which are made at the first use. They are stored, so that a receiver that
 * caches keys accepts events after a restart, and so that `--herhaal` can run beside a command that listens.
 * They prove nothing except to a receiver that was told to trust this machine.
 *
 * @param {string} folder
 * @returns {Promise<Sleutels>}
 * @throws when they cannot be read or stored
 */
export async function loadSleutels(folder) {
  const file = join(folder, 'luister.json')
  /** @type {Bestand} */
  const { sleutels, accesstoken, secret } = JSON.parse(read(file) ?? make({ folder, file }))
  const open = async (/** @type {Algoritme} */ alg) => {
    const { kid, pkcs8 } = sleutels[alg]
    const der = Buffer.from(pkcs8, 'base64')
    const publiek = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({
      format: 'jwk',
    })
    return { kid, alg, key: await importSigningKey(alg, der), publiek }
  }
  return {
    tekenen: { ES256: await open('ES256'), Ed25519: await open('Ed25519'), PS256: await open('PS256') },
    accesstoken,
    secret,
  }
}

/** The folder for the data of one user (XDG Base Directory Specification). @param {NodeJS.ProcessEnv} env */
export function sleutelFolder(env) {
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'zaakbode')
}

/** @param {Sleutels} sleutels */
export function publicJwks({ tekenen }) {
  return {
    keys: Object.values(tekenen).map(({ kid, alg, publiek }) => ({ kid, use: 'sig', alg, ...publiek })),
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (err) {
    if (err instanceof Error && 'code' in err && err.code === 'ENOENT') return undefined
    throw err
  }
}

/**
 * Writes the file atomically. Of two processes that start at once the first wins, and the other uses its
 * file.
 */
function make(/** @type {{ folder: string, file: string }} */ { folder, file }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const own = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(own, JSON.stringify(generate()), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(own, file)
  } catch (err) {
    if (!(err instanceof Error && 'code' in err && err.code === 'EEXIST')) throw err
  } finally {
    unlinkSync(own)
  }
  return readFileSync(file, 'utf8')
}

/** @returns {Bestand} */
function generate() {
  const suffix = randomBytes(4).toString('hex')
  const keep = (/** @type {string} */ alg, /** @type {import('node:crypto').KeyObject} */ key) => ({
    kid: `luister-${alg}-${suffix}`,
    pkcs8: key.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  })
  return {
    sleutels: {
      ES256: keep('es256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
      Ed25519: keep('ed25519', generateKeyPairSync('ed25519').privateKey),
      PS256: keep('ps256', generateKeyPairSync('rsa', { modulusLength: RSA_BITS }).privateKey),
    },
    accesstoken: randomBytes(SECRET_BYTES).toString('base64url'),
    secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
  }
}
