import { once } from 'node:events'
import { createServer } from 'node:http'
import { readText } from '../api/fetch-api.mjs'
import { publicJwks } from './load-sleutels.mjs'

const HOST = '127.0.0.1'
const PATH = '/jwks.json'
const TIMEOUT_MS = 2_000
const MAX_BYTES = 65_536

/**
 * Serves the public keys to receivers on this machine, unless another command already serves the same keys.
 *
 * @param {import('./load-sleutels.mjs').Sleutels} sleutels
 * @param {number} port
 * @returns {Promise<{ ok: true, url: string, close(): void } | { ok: false }>} not ok when something else
 * uses the port
 */
export async function serveJwks(sleutels, port) {
  const jwks = JSON.stringify(publicJwks(sleutels))
  const url = `http://${HOST}:${port}${PATH}`
  const server = createServer((request, response) => {
    if (request.url !== PATH) return response.writeHead(404).end()
    return response.writeHead(200, { 'Content-Type': 'application/json' }).end(jwks)
  })
  try {
    await once(server.listen(port, HOST), 'listening')
  } catch {
    const isServed = (await fetchText(url)) === jwks
    return isServed ? { ok: true, url, close: () => {} } : { ok: false }
  }
  return {
    ok: true,
    url,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** @param {string} url */
async function fetchText(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    return await readText(response, MAX_BYTES)
  } catch {
    return undefined
  }
}
