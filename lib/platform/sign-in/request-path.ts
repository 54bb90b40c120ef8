/** Header in which `proxy.ts` tells pages their own path and query; what a client sends under this name is replaced. */
export const REQUEST_PATH_HEADER = 'x-request-path'
