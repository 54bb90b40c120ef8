import { z } from 'zod'
import type { Operation } from './operation.ts'

const cors = { 'access-control-allow-origin': z.literal('*').describe('Every site may read it.') }
const answer = { description: 'This document.', headers: cors }

/** The operations with which an API describes itself. */
export const DESCRIPTION_OPERATIONS: readonly Operation<never>[] = [
  {
    on: 'GET /openapi.json',
    id: 'openapiJson',
    tag: 'Beschrijving',
    summary: 'This document as JSON',
    answers: { 200: { ...answer, schema: z.looseObject({ openapi: z.string() }) } },
  },
  {
    on: 'GET /openapi.yaml',
    id: 'openapiYaml',
    tag: 'Beschrijving',
    summary: 'This document as YAML',
    answers: { 200: { ...answer, type: 'application/yaml', schema: z.string() } },
  },
]
