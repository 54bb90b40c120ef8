import { hasSystem } from '#lib/platform/env.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { isAmongFirst } from '#lib/publieksportaal/afwijzing/is-among-first.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'

/** Next.js also routes a trailing slash here, which must be 404 (NL API Design Rules, no-trailing-slash). */
async function handle(request: Request): Promise<Response> {
  const isHere = hasSystem('publieksportaal') && !new URL(request.url).pathname.endsWith('/')
  if (!isHere) return notFoundResponse()
  const ctx = publieksportaal()
  const warn: Logger['warn'] = (...line) => {
    if (isAmongFirst(ctx, 'plaintext')) ctx.log.warn(...line)
  }
  return refusePlaintext(request, { demo: ctx.env.DEMO, log: { warn } }) ?? handleWebhook(ctx, request)
}

export const POST = handle
export const OPTIONS = handle
export const GET = handle
export const HEAD = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
