import { everyMethod } from '#lib/platform/http/every-method.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'

/** Answers unknown paths below `/api` with problem+json instead of a page. */
const handle = async (): Promise<Response> => notFoundResponse()

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(handle)
