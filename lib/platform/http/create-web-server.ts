import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, Server as TlsServer } from 'node:https'
import { duplicateHeader } from './duplicate-header.ts'
import { PROTOCOL_HEADER } from './is-secure.ts'
import { problemResponse } from './problem-json.ts'
import type { Certificate, Transport } from './read-transport.ts'
import { settleForwarded } from './settle-forwarded.ts'

/**
 * A year for this host. Not `includeSubDomains`: on gemeente.example that would cut off every subdomain that has no
 * TLS, and those are not ours to decide about. In the demo a browser forgets what it kept: it keeps it for all ports,
 * and localhost is everybody's.
 */
const HSTS = 'max-age=31536000'
const HSTS_DEMO = 'max-age=0'

/**
 * The server of the web process, with TLS of at least 1.2 when there is a certificate. `handle` finds X-Forwarded-…
 * headers that can be believed, HSTS on the answer when the request came over TLS, and in a request to the API no header
 * twice that may be there once: that one is answered here.
 */
export function createWebServer({ certificate, trustedProxies, demo }: Transport, handle: RequestListener): Server {
  const server = certificate ? createTlsServer(tlsOptions(certificate)) : createServer()
  // Node.js would drop the two thousand and first header unseen. Together they are bounded by their bytes.
  server.maxHeadersCount = 0
  return server.on('request', (request, response) => {
    settleForwarded(request, trustedProxies)
    // RFC 6797 section 7.2: never over plaintext
    if (request.headers[PROTOCOL_HEADER] === 'https') {
      response.setHeader('Strict-Transport-Security', demo ? HSTS_DEMO : HSTS)
    }
    const duplicate = duplicateHeader(request)
    if (duplicate === undefined) handle(request, response)
    else void refuse(response, duplicate)
  })
}

async function refuse(response: ServerResponse, header: string) {
  const problem = problemResponse({
    status: 400,
    code: 'duplicate_header',
    title: 'Bad request',
    detail: `Send the header ${header} once.`,
  })
  response.writeHead(problem.status, Object.fromEntries(problem.headers)).end(await problem.text())
}

/** New connections get `certificate`; those that are open stay as they are. */
export function renewCertificate(server: Server, certificate: Certificate): void {
  if (server instanceof TlsServer) server.setSecureContext(tlsOptions(certificate))
}

function tlsOptions({ cert, key }: Certificate) {
  return { cert, key, minVersion: 'TLSv1.2' } as const
}
