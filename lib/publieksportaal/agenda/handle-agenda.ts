import { MINUTE_MS } from '#lib/platform/durations.ts'
import { CLIENT_ADDRESS_HEADER, clientParty } from '#lib/platform/http/client-address.ts'
import { API_HEADERS, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { type Rate, type Spent, spend } from '#lib/platform/http/rate.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import { entityTag, findKnownTag } from '#lib/platform/negotiation/entity-tag.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findAgendaOfToken, readAgenda } from './read-agenda.ts'
import { tokenHashOf } from './token.ts'

/** How often one address may be read: by three devices that look every five minutes, and somebody who presses "refresh" beside that. */
const FETCHES: Rate = { perMinute: 1, burstMs: 20 * MINUTE_MS }

/**
 * Of one client, what is nobody's; who asks for more is told to slow down. What is somebody's is always answered: a company
 * that runs calendars asks for all of its customers from few addresses, and goes on for a while to ask for those that were
 * stopped. Nobody can guess 32 random bytes, so that a miss costs a lookup and gives nothing.
 */
const MISSES: Rate = { perMinute: 60, burstMs: MINUTE_MS }

/** What was counted in this process: fetches by burger, misses by client. */
function spentOn({ once }: Pick<PublieksportaalContext, 'once'>): { fetches: Spent; misses: Spent } {
  return once('agenda-rates', () => ({ fetches: new Map(), misses: new Map() }))
}

const HEADERS = {
  ...API_HEADERS,
  // kept by the one who asked, and asked for again each time
  'Cache-Control': 'private, no-cache',
  'X-Robots-Tag': 'noindex, nofollow',
}

/**
 * What a calendar program fetches. The address is all that it has to show, so what is wrong with one is never told: it is
 * somebody's, or it is not there.
 *
 * @param bestand the last part of the path
 */
export async function handleAgenda(
  ctx: PublieksportaalContext,
  request: Request,
  { bestand }: { bestand: string },
): Promise<Response> {
  const refusal = refusePlaintext(request, { demo: ctx.env.DEMO, log: ctx.log })
  if (refusal) return refusal

  const { fetches, misses } = spentOn(ctx)
  const tokenHash = tokenHashOf(bestand)
  const agenda = tokenHash && (await findAgendaOfToken(ctx, tokenHash))
  if (!agenda) {
    const key = clientParty(request.headers.get(CLIENT_ADDRESS_HEADER))
    const missed = spend(misses, { key, rate: MISSES, now: ctx.clock() })
    return missed.ok ? notFoundResponse() : tooManyRequests(missed.retryAfterSeconds)
  }
  const spent = spend(fetches, { key: agenda.burgerId, rate: FETCHES, now: ctx.clock() })
  if (!spent.ok) return tooManyRequests(spent.retryAfterSeconds)

  const ics = await readAgenda(ctx, agenda)
  const tag = entityTag(ics)
  const known = findKnownTag(request.headers.get('if-none-match'), tag)
  const headers = { ...HEADERS, ETag: known ?? tag }
  if (known !== undefined) return new Response(null, { status: 304, headers })
  return new Response(ics, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
}

function tooManyRequests(seconds: number): Response {
  return problemResponse(
    {
      status: 429,
      code: 'too_many_requests',
      detail: 'This is asked for too often. Ask again later.',
    },
    { 'Retry-After': String(seconds) },
  )
}
