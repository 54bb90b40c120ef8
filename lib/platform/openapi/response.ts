import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { API_HEADERS } from '../http/problem-json.ts'

export type Answer = {
  description: string
  schema?: z.ZodType
  /** of the content; JSON when absent */
  type?: string
  /** other types that the client may ask for instead */
  alternatives?: Record<string, z.ZodType>
  headers?: Record<string, z.ZodType>
  links?: ZodOpenApiResponseObject['links']
  example?: unknown
}

/** The media types in which an operation can answer, the first one for who takes any. */
export function typesOf(answers: Record<string, Answer>): string[] {
  return Object.values(answers).flatMap(({ schema, type = JSON_TYPE, alternatives = {} }) =>
    schema ? [type, ...Object.keys(alternatives)] : [],
  )
}

const JSON_TYPE = 'application/json'
const API_VERSION = z.string().describe('Version of the API.').meta({ example: API_HEADERS['API-Version'] })

/** The answer in OpenAPI, with the header that every answer has. */
export function toResponse(answer: Answer): ZodOpenApiResponseObject {
  const { description, schema, type = JSON_TYPE, alternatives = {}, headers = {}, links, example } = answer
  const others = Object.entries(alternatives).map(([name, other]) => [name, { schema: other }])
  return {
    description,
    headers: z.object({ 'API-Version': API_VERSION, ...headers }),
    ...(links && { links }),
    ...(schema && {
      content: { [type]: { schema, ...(example !== undefined && { example }) }, ...Object.fromEntries(others) },
    }),
  }
}
