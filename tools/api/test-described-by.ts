import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'

// biome-ignore lint/suspicious/noExplicitAny: a client that has only the document has no types of ours
export type ApiDocument = any

/** `isHead`: the response to a HEAD request, described by its GET. */
type Answered = { method: string; path: string; isHead?: boolean; response: Response }

const NO_BODY = 'no body'
/** The headers of HTTP itself and of every answer. */
const GENERAL_HEADERS = new Set(
  [
    ...Object.keys(API_HEADERS),
    ...[
      'Connection',
      'Content-Encoding',
      'Content-Length',
      'Content-Type',
      'Date',
      'Keep-Alive',
      'Transfer-Encoding',
      'Vary',
    ],
    // read by a reverse proxy
    'X-Accel-Buffering',
  ].map((name) => name.toLowerCase()),
)

/** Checks requests and responses against a document. */
export function describedBy(document: ApiDocument) {
  const ajv = addFormats(new Ajv({ strict: false }))
  ajv.addSchema(document, 'openapi')
  function errorsIn(steps: readonly string[], value: unknown): string[] {
    const pointer = pointerOf(steps)
    const check = ajv.getSchema(`openapi#${pointer}`) ?? ajv.compile({ $ref: `openapi#${pointer}` })
    return check(value) ? [] : [ajv.errorsText(check.errors)]
  }
  const at = (steps: readonly string[]) => steps.reduce((part: ApiDocument, step) => part?.[step], document)

  return {
    /** Returns the errors of a JSON body for an operation. */
    errorsInBody(method: string, path: string, body: unknown): string[] {
      const steps = ['paths', path, method.toLowerCase(), 'requestBody', 'content']
      const [type = ''] = Object.keys(at(steps))
      return errorsIn([...steps, type, 'schema'], body)
    },

    /** Returns the undescribed parts of an answer. */
    async errorsInAnswer({ method, path, isHead = false, response }: Answered): Promise<string[]> {
      let steps = ['paths', path, method.toLowerCase(), 'responses', String(response.status)]
      const given = at(steps)
      if (!given) return [`${response.status} is not described`]
      if (given.$ref) steps = given.$ref.slice(2).split('/')
      const { headers: described, content = {} } = at(steps)
      const headers = Object.fromEntries(
        Object.entries<ApiDocument>(described).map(([name, header]) => [
          name,
          header.$ref ? at(header.$ref.slice(2).split('/')) : header,
        ]),
      )
      const missing = Object.keys(headers).filter((name) => headers[name].required && !response.headers.has(name))
      const known = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
      const undescribed = [...response.headers.keys()].filter((name) => !known.has(name) && !GENERAL_HEADERS.has(name))
      const findings = [
        ...missing.map((name) => `the header ${name} is missing`),
        ...undescribed.map((name) => `the header ${name} is not described`),
      ]
      const type = response.headers.get('Content-Type') ?? NO_BODY
      if (isHead || (type === NO_BODY && Object.keys(content).length === 0)) return findings
      if (!content[type]) return [...findings, `${type} is not described`]
      return [...findings, ...errorsIn([...steps, 'content', type, 'schema'], await read(response, type))]
    },
  }
}

function pointerOf(steps: readonly string[]): string {
  return steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')
}

async function read(response: Response, type: string): Promise<unknown> {
  const text = await response.text()
  return /\bjson\b/.test(type) ? JSON.parse(text) : text
}
