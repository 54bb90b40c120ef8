import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

// biome-ignore lint/suspicious/noExplicitAny: whoever knows only the document takes it apart without types of ours
export type ApiDocument = any

export type Answered = { method: string; path: string; response: Response }

const NO_BODY = 'no body'

/**
 * Holds answers against a document.
 *
 * @returns what an answer has that the document does not describe; nothing when it is as described
 */
export function describedAnswers(document: ApiDocument): (answered: Answered) => Promise<string[]> {
  const ajv = addFormats(new Ajv({ strict: false }))
  ajv.addSchema(document, 'openapi')
  const validate = (pointer: string, value: unknown) => {
    const check = ajv.getSchema(`openapi#${pointer}`) ?? ajv.compile({ $ref: `openapi#${pointer}` })
    return check(value) ? [] : [ajv.errorsText(check.errors)]
  }

  return async ({ method, path, response }) => {
    const operation = document.paths[path]?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
    const given = operation?.responses[response.status]
    if (!given) return [`${response.status} is not described`]
    const steps = given.$ref?.slice(2).split('/') ?? ['paths', path, method.toLowerCase(), 'responses', response.status]
    const { headers, content = {} } = steps.reduce((part: ApiDocument, step: string) => part[step], document)
    const missing = Object.keys(headers).filter((name) => headers[name].required && !response.headers.has(name))
    const type = response.headers.get('Content-Type') ?? NO_BODY
    const findings = missing.map((name) => `the header ${name} is missing`)
    if (method === 'HEAD' || (type === NO_BODY && Object.keys(content).length === 0)) return findings
    if (!content[type]) return [...findings, `${type} is not described`]
    return [...findings, ...validate(pointerOf([...steps, 'content', type, 'schema']), await read(response, type))]
  }
}

function pointerOf(steps: readonly string[]): string {
  return steps
    .map((step) => `/${encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('')
}

async function read(response: Response, type: string): Promise<unknown> {
  const text = await response.text()
  if (/\byaml\b/.test(type)) return parse(text)
  return /\bjson\b/.test(type) ? JSON.parse(text) : text
}
