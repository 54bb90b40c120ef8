import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import type { Problems } from '../http/problem-json.ts'
import { problemResponses, type ToProblem } from './problem-responses.ts'
import { type Answer, toResponse, typesOf } from './response.ts'
import { inTransition, type Transition } from './transition.ts'

/** Codes of problems by status. */
type Codes = Record<number, readonly string[]>

/** The description of an operation, without its handler. */
export type Operation<Scope extends string = string> = {
  /** such as `POST /zaken/{uuid}/statussen` */
  on: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'} /${string}`
  /** answered from memory, so that it bypasses the lanes */
  isFromMemory?: true
  /** the base path when it differs from the document's server, with the reason */
  below?: { path: string; description: string }
  id: string
  tag: string
  summary: string
  description?: string
  /** the scope that the token needs; absent: no token is needed */
  scope?: Scope
  /** a scope that is accepted instead */
  orScope?: Scope
  /** the alternatives to a token; each is a list of schemes that are all needed */
  security?: readonly (readonly string[])[]
  /** the path parameters by name; an absent one is a UUID */
  path?: Record<string, z.ZodType>
  query?: z.ZodObject
  /** describes the query of an operation that parses it itself */
  describedQuery?: z.ZodObject
  headers?: z.ZodObject
  /** `type`: JSON when absent; `isOptional`: no body counts as an empty object */
  body?: { schema: z.ZodType; example: unknown; type?: string; isOptional?: true }
  /** other forms of the body, by media type */
  content?: Record<string, { schema: z.ZodType; example: unknown }>
  answers: Record<string, Answer>
  /** besides the problems of every similar operation; an invalid id is answered with the 404 among these */
  problems?: Problems
  /** headers of problems, by status */
  problemHeaders?: Record<number, Record<string, z.ZodType>>
  /** rate limited: success and refusal have headers with the rest of the quota */
  isCounted?: true
  /** its announced removal */
  transition?: Transition
  /** false: no HEAD, because this GET has side effects that HEAD would have too */
  hasHead?: false
  /** OPTIONS is public, with these headers beside `Allow`; absent: OPTIONS is refused */
  optionsHeaders?: Record<string, string>
}

/**
 * Returns the paths of a document. Responses that operations share become one component.
 *
 * @param options.url of the host
 * @param options.everywhere codes of the problems that every operation can give
 */
export function toPaths(
  operations: readonly Operation[],
  { url, everywhere = {} }: { url: string; everywhere?: Codes },
): ZodOpenApiPathsObject {
  const toProblem = problemResponses()
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const [method, path] = operation.on.split(' ') as [string, string]
    const { below } = operation
    const withLinks = { ...operation, answers: mapValues(operation.answers, linked(path, operations)) }
    paths[path] = {
      ...paths[path],
      ...(below && { servers: [{ url: `${url}${below.path}`, description: below.description }] }),
      [method.toLowerCase()]: toOperationObject(
        { ...withLinks, description: explain(operation) },
        everywhere,
        toProblem,
      ),
    }
  }
  return paths as ZodOpenApiPathsObject
}

/** Repeats the base path in the description, for generators that ignore the `servers` of a path. */
function explain({ description, below }: Operation): string {
  const elsewhere =
    below &&
    `Unlike the other operations, its path is below \`${below.path}\`. Set that base path yourself if your client generator ignores the \`servers\` of a path.`
  return [description, elsewhere].filter(Boolean).join('\n\n')
}

function toOperationObject(operation: Operation, everywhere: Codes, toProblem: ToProblem): ZodOpenApiOperationObject {
  const { id, tag, summary, description, scope, orScope, security = [], path, body, transition, isCounted } = operation
  const scopes = [scope, orScope].flatMap((name) => (name ? `\`${name}\`` : [])).join(' or ')
  const { headers, answers: given } = isRead(operation) ? tagged(operation) : operation
  const answers = mapValues(
    given,
    withHeaders({ ...(transition && TRANSITION_HEADERS), ...(isCounted && QUOTA_HEADERS) }),
  )
  const query = operation.describedQuery ?? operation.query
  const content =
    operation.content ?? (body && { [body.type ?? 'application/json']: { schema: body.schema, example: body.example } })
  return {
    operationId: id,
    ...(transition && inTransition(transition)),
    tags: [tag],
    summary,
    description: [description, scopes && `Scope: ${scopes}.`].filter(Boolean).join('\n\n'),
    security: scope ? [{ token: [] }] : security.map(allOf),
    requestParams: {
      ...pathOf(operation.on, path),
      ...(query && { query }),
      ...(headers && { header: headers }),
    },
    ...(content && { requestBody: { required: !body?.isOptional, content } }),
    responses: {
      ...mapValues(answers, toResponse),
      ...mapValues(problemsOf(operation, everywhere), (codes, status) =>
        toProblem({
          status,
          codes,
          headers: {
            ...operation.problemHeaders?.[Number(status)],
            ...(isCounted && status === '429' && QUOTA_HEADERS),
          },
        }),
      ),
    },
  }
}

const isRead = ({ on, answers }: Operation) => on.startsWith('GET ') && typesOf(answers).length > 0

const ETAG = z.string().describe('The entity tag of this content.').meta({ example: '"kJ0fYv1b3mJx6Zq8sT4uWw"' })
const ifNoneMatch = z
  .string()
  .optional()
  .describe('The `ETag` of an earlier response. The response is 304 if the content has not changed.')

const TRANSITION_HEADERS = {
  Deprecation: z
    .string()
    .describe('The time since which the operation is deprecated (RFC 9745).')
    .meta({ example: '@1795996800' }),
  Sunset: z
    .string()
    .describe('The time at which the operation will be removed (RFC 8594).')
    .meta({ example: 'Tue, 01 Jun 2027 00:00:00 GMT' }),
  Link: z.string().describe('A link to the page that names the replacement.'),
}

/** The headers of a rate limited response (draft-ietf-httpapi-ratelimit-headers-11). */
const QUOTA_HEADERS = {
  'RateLimit-Policy': z
    .string()
    .describe('The name of the rate limit, its quota of requests (`q`) and its window in seconds (`w`).')
    .meta({ example: '"handshakes";q=60;w=3600', header: { id: 'RateLimit-Policy' } }),
  RateLimit: z
    .string()
    .describe('The number of requests left (`r`), and the seconds until that number increases (`t`).')
    .meta({ example: '"handshakes";r=58;t=3120', header: { id: 'RateLimit' } }),
}

const withHeaders =
  (headers: Record<string, z.ZodType>) =>
  (answer: Answer): Answer => ({ ...answer, headers: { ...headers, ...answer.headers } })

/** Returns the responses and headers that `negotiate` adds to a read operation. */
function tagged({ headers = z.object({}), answers }: Operation): Pick<Operation, 'answers'> & { headers: z.ZodObject } {
  return {
    headers: headers.extend({ 'If-None-Match': ifNoneMatch }),
    answers: {
      ...mapValues(answers, withHeaders({ ETag: ETAG.optional() })),
      304: { description: 'The content has not changed.', headers: { ETag: ETAG, ...answers[200]?.headers } },
    },
  }
}

/** Returns a security requirement of OpenAPI that needs all of these schemes. */
export function allOf(schemes: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(schemes.map((name) => [name, []]))
}

/** Links a response with a Location to the operations on that resource, by the member named in their path. */
function linked(path: string, operations: readonly Operation[]): (answer: Answer) => Answer {
  const below = new RegExp(`^\\w+ ${path}/\\{(\\w+)\\}`)
  const links = operations.flatMap(({ on, id }) => {
    const [, name] = below.exec(on) ?? []
    return name ? [[id, { operationId: id, parameters: { [name]: `$response.body#/${name}` } }]] : []
  })
  return (answer) => (answer.headers?.Location ? { ...answer, links: Object.fromEntries(links) } : answer)
}

function mapValues<From, To>(from: Record<string, From>, map: (value: From, key: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, map(value, key)]))
}

const UUID = z.uuid()

/** True when the path parameters are valid, so that the resource can exist. */
export function canBe({ path = {} }: Pick<Operation, 'path'>, params: Record<string, string>): boolean {
  return Object.entries(params).every(([name, value]) => (path[name] ?? UUID).safeParse(value).success)
}

function pathOf(on: string, given: Operation['path'] = {}) {
  const names = [...on.matchAll(/\{([a-z]{1,20})\}/gi)].map(([, name]) => name as string)
  if (names.length === 0) return {}
  return { path: z.object(Object.fromEntries(names.map((name) => [name, given[name] ?? UUID]))) }
}

/** Returns problem codes by status: of the web server, of operations with such a request, and its own. */
function problemsOf(operation: Operation, everywhere: Codes): Record<string, string[]> {
  const { scope, body, problems = {} } = operation
  const sources: Codes[] = [
    {
      400: ['target_invalid', 'duplicate_header', 'upgrade_refused', 'request_malformed'],
      403: ['https_required'],
      404: ['not_found'],
      408: ['request_timeout'],
      414: ['target_too_long', 'parameters_too_many'],
      421: ['host_unknown'],
      431: ['headers_too_large'],
      500: ['internal_error'],
    },
    everywhere,
    typesOf(operation.answers).length > 0 ? { 406: ['not_acceptable'] } : {},
    body
      ? { 400: ['json_malformed', 'request_invalid'], 413: ['body_too_large'], 415: ['content_type_unsupported'] }
      : {},
    scope ? { 401: ['token_invalid'], 403: ['scope_missing'], 503: ['issuer_unavailable'] } : {},
    ...Object.entries(problems).map(([code, { status }]) => ({ [status]: [code] })),
  ]
  const all: Record<string, string[]> = {}
  for (const [status, codes] of sources.flatMap((source) => Object.entries(source))) {
    all[status] = [...new Set([...(all[status] ?? []), ...codes])]
  }
  return all
}
