import { z } from 'zod'
import type { Operation } from '#lib/platform/openapi/operation.ts'
import type { ApiScope } from '../env.ts'

export type ApiOperation = Operation<ApiScope>

/** The header of requests that take effect once. */
export const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .describe('The same at each repeat: it then gets the first answer and changes nothing.')
    .meta({ example: '6d1f0a52-7c6e-4d6b-9a53-0f2f6f1f8c11' }),
})
