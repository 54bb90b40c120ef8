import { createHash } from 'node:crypto'
import { notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { operationFinder } from '#lib/platform/openapi/find-operation.ts'
import { negotiate } from '#lib/platform/openapi/negotiate.ts'
import { canBe } from '#lib/platform/openapi/operation.ts'
import { apiActor } from '../audit/api-actor.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { authorizeClient } from './api-client.ts'
import { type ApiOperation, type Call, IDEMPOTENCY_KEY } from './operation.ts'
import { misusedParameters, queryInvalid } from './query-invalid.ts'

export const API = '/api/zaaksysteem/v1'

/** The status of a request that takes effect once. */
const CREATED = 201

type Found = { operation: ApiOperation; params: Record<string, string>; type: string }

/** Makes the handler for these operations. It checks media type, caller, query, path, key and body. */
export function answerBy(operations: readonly ApiOperation[]) {
  const find = operationFinder(operations, API)
  return async (ctx: ZaaksysteemContext, request: Request): Promise<Response> => {
    const found = find(request)
    if (!found.ok) return found.response
    return negotiate(found.operation, request, (type) => perform(ctx, request, { ...found, type }))
  }
}

async function perform(
  ctx: ZaaksysteemContext,
  request: Request,
  { operation, params, type }: Found,
): Promise<Response> {
  const { on, scope, orScope, once, body, findMore, problems = {} } = operation
  const refuse: Call['refuse'] = (code, { errors, headers } = {}) =>
    problemResponse({ code, ...(problems[code] as (typeof problems)[string]), ...(errors && { errors }) }, headers)

  const caller = scope && (await authorizeClient(ctx, request.headers, scope, orScope))
  if (caller && !caller.ok) return caller.response
  const { searchParams } = new URL(request.url)
  const misused = misusedParameters(searchParams, operation.describedQuery ?? operation.query)
  const asked = Object.fromEntries(searchParams)
  const query = operation.query?.safeParse(asked)
  if (misused.length > 0 || query?.success === false) {
    const more = !body && findMore && caller ? await findMore(ctx, asked, caller) : []
    return queryInvalid(query?.error, [...misused, ...more])
  }
  if (!canBe(operation, params)) {
    const unknown = Object.keys(problems).find((code) => problems[code]?.status === 404)
    return unknown ? refuse(unknown) : notFoundResponse()
  }
  const sleutel = request.headers.get('Idempotency-Key') ?? ''
  if (once && !IDEMPOTENCY_KEY.test(sleutel)) return refuse('key_missing')
  const read =
    body &&
    (await readJsonRequest(request, body.schema, {
      ...body,
      ...(findMore && caller && { findMore: (json) => findMore(ctx, json, caller) }),
    }))
  if (read && !read.ok) return read.response

  const call = { request, params, type, query: query?.data, body: read?.value, refuse }
  if (!caller) return operation.handle(ctx, call as unknown as Call)
  const { client } = caller
  // The key is bound to the last part of the path and its parameters.
  const target = [on.slice(on.lastIndexOf('/') + 1), ...Object.values(params)].join(' ')
  const requestHash = createHash('sha256')
    .update(`POST ${target} `)
    .update(read?.bytes ?? '')
    .digest('base64url')
  const keyed = { client, sleutel, requestHash, httpStatus: CREATED }
  return operation.handle(ctx, { ...call, caller, actor: apiActor(client, request), keyed })
}
