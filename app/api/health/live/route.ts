import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'

export const dynamic = 'force-dynamic'

/** This process runs; says nothing about what it depends on. */
export function GET() {
  return jsonResponse({ status: 'pass' })
}

export const POST = methodNotAllowed('GET', 'HEAD')
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
