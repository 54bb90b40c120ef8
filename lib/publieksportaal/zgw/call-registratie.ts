import { SignJWT } from 'jose'
import { z } from 'zod'
import { readBody } from '#lib/platform/http/read-body.ts'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { streamedBody } from '#lib/platform/objects/streamed-body.ts'
import type { PublieksportaalContext } from '../context.ts'
import { readByContract } from '../sync/call-zaaksysteem.ts'

/** Room for some 14,000 relations of one zaak. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024
const MOST_PAGES = 10

export type Registratie = Pick<PublieksportaalContext, 'env' | 'clock'>

type Call = {
  api: 'ZAKEN' | 'DOCUMENTEN' | 'CATALOGI' | 'BESLUITEN'
  /** below the base, which is always from configuration: no address in an answer is ever called */
  path: string
  query?: Record<string, string>
  /** sent as JSON, unless it is a stream of `length` bytes that already are JSON */
  body?: object | { bytes: AsyncIterable<Uint8Array>; length: number }
  headers?: Record<string, string>
  signal: AbortSignal
}

/** The registratie did not answer as ZGW specifies. `code` names the API and the reason: `zaken_403`. */
export class RegistratieError extends Error {
  readonly code: string

  constructor({ api }: Pick<Call, 'api'>, why: string | number) {
    super(`The ${api} API did not answer as ZGW specifies`)
    this.name = 'RegistratieError'
    this.code = `${api.toLowerCase()}_${why}`
  }
}

/** Sends one request to a ZGW API. Does not follow redirects. */
export async function requestRegistratie({ env, clock }: Registratie, call: Call): Promise<Response> {
  const { api, path, query = {}, body, headers, signal } = call
  const { PUBLIEKSPORTAAL_ZGW_CLIENT_ID: clientId = '', PUBLIEKSPORTAAL_ZGW_SECRET: secret } = env
  const token = await new SignJWT({ client_id: clientId, user_id: clientId, user_representation: 'publieksportaal' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(clientId)
    .setIssuedAt(clock())
    .sign(Buffer.from(secret ?? ''))
  return fetch(`${env[`PUBLIEKSPORTAAL_ZGW_${api}_API`]}${path}?${new URLSearchParams(query)}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
      Authorization: `Bearer ${token}`,
      ...(api === 'ZAKEN' && { 'Accept-Crs': 'EPSG:4326' }),
      ...(body && { 'Content-Type': 'application/json' }),
      ...(body && 'bytes' in body && { 'Content-Length': String(body.length) }),
      ...headers,
    },
    redirect: 'manual',
    ...(body && ('bytes' in body ? streamedBody(body.bytes) : { body: JSON.stringify(body) })),
    signal,
  })
}

/** Returns the JSON answer of a ZGW API. Throws when the answer is not 2xx or does not match `schema`. */
export async function readRegistratie<T>(ctx: Registratie, call: Call, schema: z.ZodType<T>): Promise<T> {
  const response = await requestRegistratie(ctx, call)
  if (!response.ok) {
    await response.body?.cancel()
    throw new RegistratieError(call, response.status)
  }
  const bytes = await readBody(response, MAX_ANSWER_BYTES)
  const value = bytes && readByContract(schema, parseJson(bytes))
  if (value === undefined) throw new RegistratieError(call, 'invalid_answer')
  return value
}

/** Returns all pages of a list. Throws when there are more than MOST_PAGES. */
export async function readPages<T>(ctx: Registratie, call: Call, schema: z.ZodType<T>): Promise<T[]> {
  const page = z.object({ next: z.string().nullable(), results: z.array(schema) })
  const all: T[] = []
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const query = { ...call.query, page: String(number) }
    const { next, results } = await readRegistratie(ctx, { ...call, query }, page)
    all.push(...results)
    if (next === null) return all
  }
  throw new RegistratieError(call, 'too_many_pages')
}
