import fc from 'fast-check'
import { arbitraryOf } from './test-arbitrary-of.ts'
import type { ApiDocument } from './test-described-by.ts'

export type ApiRequest = {
  method: string
  /** as in the document */
  path: string
  ids: Record<string, string>
  query: [name: string, value: string][]
  headers: Record<string, string>
  body?: string | undefined
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

type Described = { document: ApiDocument; method: string; path: string; known: Record<string, fc.Arbitrary<string>> }

/**
 * Generates requests that a document allows.
 *
 * @param known values of parameters that need more than the document says, by name
 */
export function requestsOf({ document, method, path, known }: Described): fc.Arbitrary<ApiRequest> {
  const { parameters = [], requestBody } = document.paths[path][method.toLowerCase()]
  const valuesOf = (place: string) => {
    const given = parameters.filter((parameter: ApiDocument) => parameter.in === place)
    const values = given.map(({ name, schema }: ApiDocument) => [
      name,
      known[name] ?? arbitraryOf(schema, document).map(String),
    ])
    const requiredKeys = given.filter(({ required }: ApiDocument) => required).map(({ name }: ApiDocument) => name)
    return fc.record(Object.fromEntries(values), { requiredKeys }) as fc.Arbitrary<Record<string, string>>
  }
  const [[type, { schema, example }] = ['', {}]] = Object.entries<ApiDocument>(requestBody?.content ?? {})
  const isJson = type.endsWith('json')
  return fc.record({
    method: fc.constant(method),
    path: fc.constant(path),
    ids: valuesOf('path').filter((ids) => !Object.values(ids).includes('')),
    query: valuesOf('query').map(Object.entries<string>),
    headers: valuesOf('header').map((headers) => (type ? { ...headers, 'Content-Type': type } : headers)),
    body: isJson ? bodiesOf(schema, example, document).map((body) => JSON.stringify(body)) : fc.constant(example),
  })
}

/** The example, variations of its members, and other bodies. */
function bodiesOf(schema: ApiDocument, example: object, document: ApiDocument): fc.Arbitrary<unknown> {
  const any = arbitraryOf(schema, document)
  if (!schema.$ref || !document.components.schemas[schema.$ref.split('/').at(-1)].properties)
    return fc.oneof(fc.constant(example), any)
  const mixed = fc.tuple(any, fc.func(fc.boolean())).map(([other, isTaken]) => {
    const members = Object.entries(other as object).filter(([name]) => isTaken(name))
    return { ...example, ...Object.fromEntries(members) }
  })
  return fc.oneof(fc.constant(example), mixed, any)
}

const ODD_VALUES = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    2 ** 31,
    1e300,
    true,
    [],
    {},
    [[]],
    '\0',
    'a\nb',
    'x'.repeat(3_000),
  ),
  // A lone surrogate, which is no character.
  fc.constantFrom('\ud800', '__proto__', "' or 1=1 --", '0001-01-01', '2026-02-30', '9999-12-31T23:59:60Z'),
  fc.jsonValue(),
)
/** Odd values of a query parameter or header. */
const ODD_TEXTS = fc.oneof(
  fc.constantFrom('', ' ', '0', '-1', '1e9', '00', '99999999999', 'null', '[]', '{}', ',', 'a,,b', '*', '"0"', '%'),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
)

type Change = (request: ApiRequest) => ApiRequest

/**
 * Generates changes that may make a request invalid.
 *
 * @param tokens tokens that are invalid or lack a scope
 */
export function oddities(tokens: readonly string[]): fc.Arbitrary<Change> {
  const header = (name: string, value: fc.Arbitrary<string | undefined>) =>
    value.map(
      (text): Change =>
        (request) => {
          const { [name]: _, ...headers } = request.headers
          return { ...request, headers: text === undefined ? headers : { ...headers, [name]: text } }
        },
    )
  return fc.oneof(
    fc.constantFrom(...METHODS, 'TRACE').map(
      (method): Change =>
        (request) => ({ ...request, method }),
    ),
    fc.oneof(ODD_TEXTS, fc.string({ unit: 'grapheme', minLength: 1 }), fc.constant('x'.repeat(9_000))).map(oddId),
    fc.tuple(fc.nat(), ODD_TEXTS).map(
      ([index, text]): Change =>
        (request) => {
          const name = request.query[index % (request.query.length || 1)]?.[0] ?? 'onbekend'
          return { ...request, query: [...request.query, [name, text]] }
        },
    ),
    fc.constant<Change>((request) => ({ ...request, query: Array.from({ length: 101 }, () => ['a', '']) })),
    header(
      'Authorization',
      fc.constantFrom(undefined, 'Basic eDp5', 'Bearer', ...tokens.map((token) => `Bearer ${token}`)),
    ),
    header(
      'Content-Type',
      fc.constantFrom(undefined, 'text/plain', 'application/xml', 'application/json; charset=latin1'),
    ),
    header('Accept', fc.constantFrom('application/xml', 'text/html', '*/*;q=0', ',')),
    header('Idempotency-Key', fc.constantFrom(undefined, '', 'a b', 'é', 'x'.repeat(256))),
    header('If-Match', fc.option(ODD_TEXTS, { nil: undefined })),
    header('WebHook-Allowed-Rate', ODD_TEXTS),
    fc.constantFrom('', '[', '\ufeff{}', 'null', '[]', '"', `"${'x'.repeat(20_000)}"`).map(
      (body): Change =>
        (request) => ({ ...request, body }),
    ),
    fc.tuple(fc.nat(), fc.option(ODD_VALUES, { nil: undefined })).map(oddMember),
    ODD_VALUES.map(
      (value): Change =>
        (request) =>
          withBody(request, (body) => ({ ...body, onbekend: value })),
    ),
  )
}

/** An empty id would be another path. */
const oddId =
  (text: string): Change =>
  (request) => ({
    ...request,
    ids: Object.fromEntries(Object.keys(request.ids).map((name) => [name, text || ' '])),
  })

const oddMember =
  ([index, value]: [number, unknown]): Change =>
  (request) =>
    withBody(request, (body) => {
      const names = Object.keys(body)
      return { ...body, [names[index % (names.length || 1)] ?? 'onbekend']: value }
    })

function withBody(request: ApiRequest, change: (body: object) => object): ApiRequest {
  if (request.body === undefined || !request.headers['Content-Type']?.endsWith('json')) return request
  return { ...request, body: JSON.stringify(change(JSON.parse(request.body))) }
}
