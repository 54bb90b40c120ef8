import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'

export const dynamic = 'force-dynamic'

/** 200 while this process runs; does not check the databases. */
export function GET() {
  return jsonResponse({ status: 'pass' })
}

export const HEAD = GET
export const OPTIONS = methodNotAllowed('GET', 'HEAD')
export const POST = OPTIONS
export const PUT = OPTIONS
export const PATCH = OPTIONS
export const DELETE = OPTIONS
