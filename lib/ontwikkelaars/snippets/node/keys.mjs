import { createPublicKey } from 'node:crypto'

/** Keep the keys for ten minutes. Fetch them again when a message names one that you do not have, at most twice a minute. */
export async function fetchKeys(url) {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(3_000) })
  if (!response.ok) throw new Error(`no keys: ${response.status}`)
  return readKeys(await response.json())
}

/** Public keys by their `kid`, from a JWK set. */
export function readKeys({ keys }) {
  return new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]))
}
