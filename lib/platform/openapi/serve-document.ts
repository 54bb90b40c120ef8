import { stringify } from 'yaml'
import { API_HEADERS, methodNotAllowed } from '../http/problem-json.ts'
import { perProcess } from '../per-process.ts'

/** What a tool on any other site may read (NL API Design Rules, publish-openapi). */
export const CORS = { 'Access-Control-Allow-Origin': '*' } as const

const ALLOW = ['GET', 'HEAD', 'OPTIONS']
const refuseMethod = methodNotAllowed(...ALLOW)

const FORMATS = {
  json: { type: 'application/json', write: (document: object) => JSON.stringify(document) },
  yaml: {
    type: 'application/yaml',
    write: (document: object) => stringify(document, { aliasDuplicateObjects: false }),
  },
}
export type Format = keyof typeof FORMATS

/**
 * Answers a request for a description of an API; everybody may read it.
 *
 * @param options.name of the document in this process, in which its text is made once
 */
export function serveDocument(
  request: Request,
  { name, format, make }: { name: string; format: Format; make: () => object },
): Response {
  if (request.method === 'OPTIONS') {
    const headers = { Allow: ALLOW.join(', '), 'Access-Control-Allow-Methods': ALLOW.join(', ') }
    return new Response(null, { headers: { ...API_HEADERS, ...CORS, ...headers } })
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const { type, write } = FORMATS[format]
  const text = perProcess(`${name}.${format}`, () => write(make()))
  return new Response(text, { headers: { ...API_HEADERS, ...CORS, 'Content-Type': type } })
}
