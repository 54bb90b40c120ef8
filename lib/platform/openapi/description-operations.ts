import { stringify } from 'yaml'
import { z } from 'zod'
import { API_HEADERS } from '../http/problem-json.ts'
import { perProcess } from '../once.ts'
import { KeptBody, KeptResponse } from '../web-server/send-response.ts'
import type { Operation } from './operation.ts'

const FORMATS = [
  {
    format: 'json',
    type: 'application/json',
    schemaOf: (kind: string) => z.looseObject({ [kind]: z.string() }),
    write: (document: object) => JSON.stringify(document),
  },
  {
    format: 'yaml',
    type: 'application/yaml',
    // Generated clients parse JSON only, and return any other content as text.
    schemaOf: () => z.string(),
    // Parsers of YAML 1.1 would turn unquoted date strings into dates.
    write: (document: object) => stringify(document, { aliasDuplicateObjects: false, compat: 'yaml-1.1' }),
  },
] as const

/** Lets tools on any site read the description (NL API Design Rules, publish-openapi). */
const CORS = { 'Access-Control-Allow-Origin': '*' } as const
const cors = { 'access-control-allow-origin': z.literal('*').describe('Any website may read the response (CORS).') }

type Description<Ctx> = {
  system: string
  /** its format; also its file name when `name` is absent */
  kind: 'openapi' | 'asyncapi'
  name?: string
  title: string
  /** the path before its name */
  at?: '' | `/${string}`
  below?: Operation['below']
  make(ctx: Ctx): object
}

/** Returns the public operations that return an API description. Each process renders its text once. */
export function descriptionOf<Ctx>(description: Description<Ctx>) {
  const { system, kind, name = kind, title, at = '', below, make } = description
  return FORMATS.map(({ format, type, schemaOf, write }) => ({
    on: `GET ${at}/${name}.${format}` as const,
    ...(below && { below }),
    id: `${name}${format === 'json' ? 'Json' : 'Yaml'}`,
    isFromMemory: true as const,
    tag: 'Beschrijving',
    summary: `${title} as ${format.toUpperCase()}`,
    answers: { 200: { description: `${title}.`, headers: cors, type, schema: schemaOf(kind) } },
    optionsHeaders: { ...CORS, 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS' },
    async handle(ctx: Ctx) {
      const text = perProcess(`${system}.${name}.${format}`, () => new KeptBody(Buffer.from(write(make(ctx)))))
      return new KeptResponse(text, { ...API_HEADERS, ...CORS, 'Content-Type': type })
    },
  }))
}
