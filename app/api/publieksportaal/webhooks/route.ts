import { hasSystem } from '#lib/platform/env.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'

/** Next.js also routes a trailing slash here, which must be 404 (NL API Design Rules, no-trailing-slash). */
async function handle(request: Request): Promise<Response> {
  const isHere = hasSystem('publieksportaal') && !new URL(request.url).pathname.endsWith('/')
  if (!isHere) return notFoundResponse()
  const { env, log } = publieksportaal()
  return refusePlaintext(request, { demo: env.DEMO, log }) ?? handleWebhook(publieksportaal(), request)
}

export const POST = handle
export const OPTIONS = handle
export const GET = handle
export const HEAD = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
