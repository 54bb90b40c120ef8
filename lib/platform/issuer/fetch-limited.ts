import { readBody } from '../http/read-body.ts'

const TIMEOUT_MS = 5_000
const MAX_BYTES = 256 * 1024

/** Fetches a document of an issuer, with a limit on the time and the size of the response. */
export async function fetchLimited(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
  const body = await readBody(response, MAX_BYTES)
  if (!body) throw new Error('The answer of the issuer is too large')
  return new Response(body.length > 0 ? new Uint8Array(body) : null, response)
}

export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetchLimited(url, { headers: { Accept: 'application/json' } })
  if (response.status !== 200) throw new Error('The issuer did not serve the document')
  return response.json()
}
