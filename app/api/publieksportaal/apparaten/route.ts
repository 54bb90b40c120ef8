import { z } from 'zod'
import { API_HEADERS, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { addApparaat, replaceSubscription } from '#lib/publieksportaal/push/apparaat/apparaten.ts'
import { pushSubscription } from '#lib/publieksportaal/push/apparaat/push-subscription.ts'
import { findBurgerOfRequest } from '#lib/publieksportaal/sign-in/burger/find-burger-of-request.ts'
import { isGemachtigdeVanPersoon } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { notSignedIn, portalRoute } from '../portal-route.ts'

const PROBLEMS = {
  not_for_gemachtigde: { status: 403, detail: 'Only the citizen himself adds a device.' },
  other_burger: { status: 403, detail: 'The page is of another than who is signed in.' },
  not_offered: { status: 404, detail: 'This portal pushes nothing.' },
  not_push_service: { status: 422, detail: 'Nothing is pushed to that address.' },
  too_many: { status: 409, detail: 'Remove a device first.' },
} as const satisfies Problems

/** `burgerId`: the citizen that the page shows. */
const added = z.object({ burgerId: z.uuid(), subscription: pushSubscription, taal: z.enum(['nl', 'en']) })
/** `endpoint`: the former one. */
const replaced = z.object({ endpoint: z.string().max(2_000), subscription: pushSubscription })

const done = (status: number) => new Response(null, { status, headers: API_HEADERS })
const refuse = (code: keyof typeof PROBLEMS) => problemResponse({ code, ...PROBLEMS[code] })

/** Adds or replaces a browser's subscription. JSON only, which protects against CSRF by forms. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(['POST', 'PUT'], (ctx, request) => {
  const refusal = refusePlaintext(request, { demo: ctx.env.DEMO, log: ctx.log })
  return refusal ?? (request.method === 'POST' ? add : replace)(ctx, request)
})

async function add(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  const burger = await findBurgerOfRequest(ctx, request)
  if (!burger) return notSignedIn()
  if (isGemachtigdeVanPersoon(burger)) return refuse('not_for_gemachtigde')
  const read = await readJsonRequest(request, added)
  if (!read.ok) return read.response
  const { burgerId, gemachtigdeId } = burger
  if (read.value.burgerId !== burgerId) return refuse('other_burger')
  const userAgent = request.headers.get('user-agent')
  const outcome = await addApparaat(ctx, { ...read.value, burgerId, gemachtigdeId, userAgent })
  return outcome.ok ? done(201) : refuse(outcome.reason)
}

/** Called by the service worker, possibly without a session. */
async function replace(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  const read = await readJsonRequest(request, replaced)
  if (!read.ok) return read.response
  await replaceSubscription(ctx, read.value)
  return done(204)
}
