import { type PathParams, pathMatcher, segmentsOf } from '../http/match-path.ts'
import { API_HEADERS, methodNotAllowed, notFoundResponse } from '../http/problem-json.ts'
import type { Operation } from './operation.ts'

/** `near`: another operation at the same path. */
type Found<One> =
  | { ok: true; operation: One; params: PathParams }
  | { ok: false; response: Response; near?: One | undefined }

/**
 * Returns a function that finds the operation of a request. Without one it gives the response: 404, 405 with
 * the allowed methods, or those methods for OPTIONS. The operation of GET also answers HEAD.
 *
 * @param base the default path above the operations
 */
export function operationFinder<One extends Operation>(operations: readonly One[], base: string) {
  const pathOf = ({ on, below }: One) => `${below?.path ?? base}${on.slice(on.indexOf('/'))}`
  const resources = [...Map.groupBy(operations, pathOf)].map(([path, own]) => {
    const [{ optionsHeaders } = {}] = own
    const methods = new Map(own.flatMap((operation) => methodsOf(operation).map((method) => [method, operation])))
    const allow = [...methods.keys(), ...(optionsHeaders ? ['OPTIONS'] : [])]
    return {
      match: pathMatcher(path),
      methods,
      near: own[0],
      allow,
      optionsHeaders,
      refuse: methodNotAllowed(...allow),
    }
  })

  return ({ method, url }: Pick<Request, 'method' | 'url'>): Found<One> => {
    const segments = segmentsOf(new URL(url).pathname)
    for (const { match, methods, near, allow, optionsHeaders, refuse } of resources) {
      const params = match(segments)
      if (!params) continue
      const operation = methods.get(method)
      if (operation) return { ok: true, operation, params }
      if (method !== 'OPTIONS' || !optionsHeaders) return { ok: false, response: refuse(), near }
      const headers = { ...API_HEADERS, ...optionsHeaders, Allow: allow.join(', ') }
      return { ok: false, response: new Response(null, { headers }), near }
    }
    return { ok: false, response: notFoundResponse() }
  }
}

function methodsOf({ on, hasHead }: Operation): string[] {
  const method = on.slice(0, on.indexOf(' '))
  return method === 'GET' && hasHead !== false ? ['GET', 'HEAD'] : [method]
}
