import { onlyGet } from '#lib/platform/http/every-method.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'

export const dynamic = 'force-dynamic'

/** 200 while this process runs; does not check the databases. */
function check() {
  return jsonResponse({ status: 'pass' })
}

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyGet(check)
