import { hasSystem } from '#lib/platform/env.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { handleSessie } from '#lib/publieksportaal/sign-in/burger/handle-sessie.ts'

async function handle(request: Request): Promise<Response> {
  return hasSystem('publieksportaal') ? handleSessie(publieksportaal(), request) : notFoundResponse()
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
