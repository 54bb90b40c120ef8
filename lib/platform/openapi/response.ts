import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { API_HEADERS } from '../http/problem-json.ts'

export type Answer = {
  description: string
  schema?: z.ZodType
  /** media type; JSON when absent */
  type?: string
  /** schemas of other media types that the client can ask for */
  alternatives?: Record<string, z.ZodType>
  headers?: Record<string, z.ZodType>
  links?: ZodOpenApiResponseObject['links']
  example?: unknown
}

/** Returns the media types in which an operation can answer; the first is the default. */
export function typesOf(answers: Record<string, Answer>): string[] {
  return Object.values(answers).flatMap(({ schema, type = JSON_TYPE, alternatives = {} }) =>
    schema ? [type, ...Object.keys(alternatives)] : [],
  )
}

const JSON_TYPE = 'application/json'
const API_VERSION = z.string().describe('The version of the API.').meta({ example: API_HEADERS['API-Version'] })

/** Returns the response in OpenAPI, with the header that every response has. */
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
