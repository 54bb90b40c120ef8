import type { z } from 'zod'
import { type ProblemDetail, problemResponse } from '#lib/platform/http/problem-json.ts'
import { didYouMean } from '#lib/platform/nearest.ts'

/** Faults of a query as a whole. An invalid value of a parameter has a code of its own. */
export const QUERY_CODES = {
  parameter_unknown: 'There is no such parameter.',
  parameter_repeated: 'This parameter occurs more than once.',
} as const

export const parameterCode = (name: string) => `${name}_invalid`

const MAX_SHOWN = 60

/** Returns the parameters that would otherwise be ignored: unknown ones, and the second of a name. */
export function misusedParameters(given: URLSearchParams, described: z.ZodObject | undefined): ProblemDetail[] {
  const known = Object.keys(described?.shape ?? {})
  return [...new Set(given.keys())].flatMap((name) => {
    const shown = name.slice(0, MAX_SHOWN)
    if (!known.includes(name)) {
      const detail = `There is no parameter ${shown}.${didYouMean(shown, known)}`
      return { code: 'parameter_unknown', detail, parameter: shown }
    }
    return given.getAll(name).length > 1
      ? { code: 'parameter_repeated', detail: `Send ${name} once.`, parameter: name }
      : []
  })
}

/** Makes the 400 response that lists every unusable parameter of a query. */
export function queryInvalid(error: z.ZodError | undefined, misused: readonly ProblemDetail[] = []): Response {
  const invalid = (error?.issues ?? []).map(({ path, message }) => ({
    code: parameterCode(String(path[0])),
    detail: message,
    parameter: String(path[0]),
  }))
  return problemResponse({
    status: 400,
    code: 'query_invalid',
    detail: 'The query has invalid parameters; see errors.',
    errors: [...misused, ...invalid],
  })
}
