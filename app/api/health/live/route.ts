import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'

export const dynamic = 'force-dynamic'

/** 200 while this process runs; does not check the databases. */
export function GET() {
  return jsonResponse({ status: 'pass' })
}

export const POST = methodNotAllowed('GET', 'HEAD')
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
