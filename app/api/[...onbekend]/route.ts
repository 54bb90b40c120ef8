import { everyMethod } from '#lib/platform/http/every-method.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'

/** What no route below `/api` answers: a machine gets no page. */
const handle = async (): Promise<Response> => notFoundResponse()

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(handle)
