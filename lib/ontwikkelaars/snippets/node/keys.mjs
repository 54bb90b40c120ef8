import { createPublicKey } from 'node:crypto'

const KEPT_MS = 600_000
const BETWEEN_MS = 30_000

/** A message names a key that we do not have. */
export class UnknownKey extends Error {
  message = 'unknown key'
}

/** The keys could not be fetched: no fault of the message, which may come again. */
export class NoKeys extends Error {}

/**
 * The keys at an address, kept for ten minutes. For a message that names another one they are fetched again,
 * at most twice a minute, because anybody can make one up.
 *
 * @returns what calls `verify` with the keys; it throws what that throws, or `NoKeys`
 */
export function keysAt(url) {
  let keys
  let fetchedAt = Number.NEGATIVE_INFINITY
  let askedAgainAt = Number.NEGATIVE_INFINITY
  let fetching

  async function fetchAgain() {
    keys = await fetchKeys(url)
    fetchedAt = performance.now()
  }
  /** Messages that come at one moment share a fetch. */
  function fetchOnce() {
    fetching ??= fetchAgain().finally(() => {
      fetching = undefined
    })
    return fetching
  }

  return async function withKeys(verify) {
    if (performance.now() - fetchedAt > KEPT_MS) await fetchOnce()
    try {
      return verify(keys)
    } catch (error) {
      if (!(error instanceof UnknownKey)) throw error
      if (!fetching) {
        if (performance.now() - askedAgainAt < BETWEEN_MS) throw error
        askedAgainAt = performance.now()
      }
      await fetchOnce()
      return verify(keys)
    }
  }
}

async function fetchKeys(url) {
  try {
    // A cache on the way may not know the key that makes us ask.
    const headers = { 'Cache-Control': 'no-cache' }
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(3_000) })
    if (!response.ok) throw new Error(`${response.status}`)
    return readKeys(await response.json())
  } catch (error) {
    throw new NoKeys(`no keys: ${error.cause?.code ?? error.message}`)
  }
}

/** Public keys by their `kid`, from a JWK set. */
export function readKeys({ keys }) {
  return new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]))
}
