/** Header in which `proxy.ts` tells pages their own path and query; it overwrites what a client sent. */
export const REQUEST_PATH_HEADER = 'x-request-path'
