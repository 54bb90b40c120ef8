import { methodNotAllowed } from './problem-json.ts'

/** The exports of a route whose handler answers every method, and refuses those that the address lacks. */
export function everyMethod<Handle>(handle: Handle) {
  return { GET: handle, HEAD: handle, OPTIONS: handle, POST: handle, PUT: handle, PATCH: handle, DELETE: handle }
}

/** The exports of a route that can only be read. */
export function onlyGet<Handle>(handle: Handle) {
  return { ...everyMethod(methodNotAllowed('GET', 'HEAD')), GET: handle, HEAD: handle }
}
