import { platformEnv } from '../env.ts'
import { methodNotAllowed, notFoundResponse } from './problem-json.ts'

/** Returns the exports of a route whose handler answers every method, and refuses unsupported ones itself. */
export function everyMethod<Handle>(handle: Handle) {
  return { GET: handle, HEAD: handle, OPTIONS: handle, POST: handle, PUT: handle, PATCH: handle, DELETE: handle }
}

/** Returns the exports of a read-only route. */
export function onlyGet<Handle>(handle: Handle) {
  return { ...everyMethod(methodNotAllowed('GET', 'HEAD')), GET: handle, HEAD: handle }
}

/** Returns the exports of a route that exists only with DEMO=1. @param route one handler for all methods */
export function onlyInDemo<Args extends unknown[]>({
  GET: handle,
}: {
  GET: (...args: Args) => Response | Promise<Response>
}) {
  return everyMethod(async (...args: Args) => (platformEnv().DEMO ? handle(...args) : notFoundResponse()))
}
