import { z } from 'zod'
import {
  dataschema,
  EVENT_TYPES_BY_NAME,
  type SentType,
  VOORBEELD_URL,
} from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { KeptBody, KeptResponse } from '#lib/platform/web-server/kept-response.ts'
import { operation } from '../api/operation.ts'

const SCHEMA_CONTENT_TYPE = 'application/schema+json'
/** A cached schema stays usable: an addition does not invalidate data that matched before. */
const CACHE_CONTROL = 'public, max-age=86400'
const CORS = { 'Access-Control-Allow-Origin': '*' } as const

export const schemaLezen = operation({
  on: 'GET /schemas/{type}',
  id: 'schemaLezen',
  isFromMemory: true,
  tag: 'Beschrijving',
  summary: 'Get the JSON Schema of event data',
  description:
    'Each event refers to this schema with `dataschema`. Members may be added to it. A breaking change comes with another version of the API, at another URL.',
  path: { type: z.enum(Object.keys(EVENT_TYPES_BY_NAME)).describe('The last part of the event type.') },
  answers: {
    200: {
      description: 'JSON Schema 2020-12.',
      type: SCHEMA_CONTENT_TYPE,
      headers: {
        'Cache-Control': z.literal(CACHE_CONTROL),
        'Access-Control-Allow-Origin': z.literal('*').describe('Any website may read the response (CORS).'),
      },
      schema: z.looseObject({ $schema: z.url(), $id: z.url(), title: z.string() }).meta({ id: 'Gegevensschema' }),
      example: dataschema(VOORBEELD_URL, EVENT_TYPES.statuswijziging),
    },
  },
  problems: { not_found: { status: 404, detail: 'There is no such event type.' } },
  optionsHeaders: { ...CORS, 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS' },
  async handle(ctx, { params: { type: name } }) {
    const type = EVENT_TYPES_BY_NAME[name] as SentType
    const kept = ctx.once(`schema ${name}`, () => {
      return new KeptBody(Buffer.from(JSON.stringify(dataschema(ctx.env.ZAAKSYSTEEM_URL, type))))
    })
    return new KeptResponse(kept, {
      ...API_HEADERS,
      ...CORS,
      'Cache-Control': CACHE_CONTROL,
      'Content-Type': SCHEMA_CONTENT_TYPE,
    })
  },
})
