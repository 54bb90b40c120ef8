import { z } from 'zod'
import type { ApiOperation } from '../api-operation.ts'

const cors = { 'access-control-allow-origin': z.literal('*').describe('Every site may read it.') }
const description = 'This document.'

export const BESCHRIJVING: readonly ApiOperation[] = [
  {
    on: 'GET /openapi.json',
    id: 'openapiJson',
    tag: 'Beschrijving',
    summary: 'This document as JSON',
    answers: { 200: { description, schema: z.looseObject({ openapi: z.string() }), headers: cors } },
  },
  {
    on: 'GET /openapi.yaml',
    id: 'openapiYaml',
    tag: 'Beschrijving',
    summary: 'This document as YAML',
    answers: {
      200: { description, type: 'application/yaml', schema: z.object({ openapi: z.string() }), headers: cors },
    },
  },
]
