import { hasSystem } from '#lib/platform/env.ts'
import { API_HEADERS, methodNotAllowed, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { unsubscribe } from '#lib/publieksportaal/mail/emailadres/forget-emailadres.ts'

type Context = { params: Promise<Record<string, string>> }

const refuseMethod = methodNotAllowed('POST')

/**
 * One-click unsubscribe (RFC 8058): without sign-in or cookie, and the body adds nothing to the path. The
 * answer does not reveal whether the code exists.
 */
async function handle(request: Request, { params }: Context): Promise<Response> {
  if (!hasSystem('publieksportaal')) return notFoundResponse()
  const ctx = publieksportaal()
  const refusal = refusePlaintext(request, { demo: ctx.env.DEMO, log: ctx.log })
  if (refusal) return refusal
  const { code = '' } = await params
  await unsubscribe(ctx, { afmeldcode: code })
  return new Response(null, { status: 204, headers: API_HEADERS })
}

/** Redirects a person whose mail program opens the URL to the confirmation page. */
async function show(_: Request, { params }: Context): Promise<Response> {
  if (!hasSystem('publieksportaal')) return notFoundResponse()
  const { code = '' } = await params
  return new Response(null, {
    status: 303,
    headers: { ...API_HEADERS, Location: `/mijn/afmelden?code=${encodeURIComponent(code)}` },
  })
}

export const POST = handle
export const GET = show
export const HEAD = show
export const OPTIONS = refuseMethod
export const PUT = refuseMethod
export const PATCH = refuseMethod
export const DELETE = refuseMethod
