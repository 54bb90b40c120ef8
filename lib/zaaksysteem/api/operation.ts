import { v5 as uuidv5 } from 'uuid'
import { z } from 'zod'
import type { ProblemDetail, Problems } from '#lib/platform/http/problem-json.ts'
import type { Operation } from '#lib/platform/openapi/operation.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ApiScope } from '../env.ts'
import type { KeyedRequest } from './answer-once.ts'
import type { ApiClient } from './api-client.ts'

type ParamsOf<On> = On extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & ParamsOf<Rest>
  : Record<never, string>

/** An authorised request: its caller has the scope, and all its parts match the schemas of the operation. */
export type Call<
  On = unknown,
  Query = unknown,
  Body = unknown,
  Code extends string = string,
  Scope = ApiScope,
  Once = true,
> = {
  request: Request
  params: ParamsOf<On>
  /** the media type of the operation that the client prefers */
  type: string
  query: Query
  body: Body
  /** Answers with one of the problems of the operation. */
  refuse(code: Code, more?: { errors?: ProblemDetail[]; headers?: HeadersInit }): Response
} & (Scope extends ApiScope ? { caller: ApiClient; actor: TracedActor } : unknown) &
  (Once extends true ? { keyed: KeyedRequest } : unknown)

type Handle<C> = (ctx: ZaaksysteemContext, call: C) => Promise<Response>

/** An operation of the API: its description, its checks and its handler. */
export type ApiOperation = Operation<ApiScope> & {
  /** takes effect once for each Idempotency-Key; its problems include `SLEUTEL_PROBLEMS` */
  once?: boolean
  /**
   * the lane in which it waits; absent: with other requests of API clients, or of strangers when it has no
   * scope
   */
  lane?: 'acts' | 'bytes' | 'downloads'
  /**
   * finds further faults, to report beside those of the schema, in a body that does not match or in a query
   * without a body
   */
  findMore?: (ctx: ZaaksysteemContext, json: unknown, caller: ApiClient) => Promise<ProblemDetail[]>
  handle: Handle<Call>
}

export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/

/**
 * The header of requests that take effect once. The example of each operation has a key of its own.
 */
const idempotencyKey = (id: string) =>
  z.object({
    'Idempotency-Key': z
      .string()
      .regex(IDEMPOTENCY_KEY)
      .describe('The idempotency key. A retry with the same key gets the first response and changes nothing.')
      .meta({ example: uuidv5(id, uuidv5.URL) }),
  })

/** The problems of each operation that takes effect once. */
export const SLEUTEL_PROBLEMS = {
  key_missing: {
    status: 400,
    detail: 'Send an Idempotency-Key of 1 to 255 visible ASCII characters, and the same one with each retry.',
  },
  key_reused: { status: 422, detail: 'This Idempotency-Key was used for another request.' },
} as const satisfies Problems

/** Makes an operation whose `handle` gets the request as parsed by its schemas. */
export function operation<
  const On extends ApiOperation['on'],
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Table extends Problems = Record<never, never>,
  Scope extends ApiScope | undefined = undefined,
  Once extends boolean = false,
>(
  described: Omit<ApiOperation, 'on' | 'query' | 'body' | 'problems' | 'scope' | 'once' | 'handle'> & {
    on: On
    scope?: Scope
    once?: Once
    query?: Query
    body?: Omit<NonNullable<ApiOperation['body']>, 'schema'> & { schema: Body }
    problems?: Table
    handle: Handle<Call<On, z.output<Query>, z.output<Body>, keyof Table & string, Scope, Once>>
  },
): ApiOperation {
  return { ...described, ...(described.once && { headers: idempotencyKey(described.id) }) } as unknown as ApiOperation
}
