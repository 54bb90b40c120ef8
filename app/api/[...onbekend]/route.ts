import { notFoundResponse } from '#lib/platform/http/problem-json.ts'

/** What no route below `/api` answers: a machine gets no page. */
const handle = async (): Promise<Response> => notFoundResponse()

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
