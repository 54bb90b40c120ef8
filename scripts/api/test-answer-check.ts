import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'

const pointer = (...path: string[]) =>
  path.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')

type Answered = { method: string; path: string; response: Response }

/** Checks answers against the description that an API publishes. */
// biome-ignore lint/suspicious/noExplicitAny: another side knows what the document says, and no type of ours
export function answerCheck(document: any): (answered: Answered) => Promise<void> {
  const ajv = addFormats(new Ajv({ strict: false }))
  ajv.addSchema(document, 'openapi')
  return async ({ method, path, response }) => {
    const status = String(response.status)
    let place = ['paths', path, method.toLowerCase(), 'responses', status]
    const described = place.reduce((part, key) => part?.[key], document)
    expect(described, `${status} of ${path}`).toBeDefined()
    if (described.$ref) place = described.$ref.slice(2).split('/')
    const { headers, content } = place.reduce((part, key) => part[key], document)
    for (const [name, { required }] of Object.entries<{ required?: boolean }>(headers)) {
      expect(response.headers.has(name) || !required, name).toBe(true)
    }
    if (!content) return expect(await response.clone().text()).toBe('')
    const type = response.headers.get('Content-Type') as string
    expect(Object.keys(content)).toContain(type)
    const validate = ajv.compile({ $ref: `openapi#${pointer(...place, 'content', type, 'schema')}` })
    validate(await response.clone().json())
    expect(validate.errors).toBeNull()
  }
}
