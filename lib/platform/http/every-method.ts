/** The exports of a route whose handler answers every method, and refuses those that the address lacks. */
export function everyMethod<Handle>(handle: Handle) {
  return { GET: handle, HEAD: handle, OPTIONS: handle, POST: handle, PUT: handle, PATCH: handle, DELETE: handle }
}
