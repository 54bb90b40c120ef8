import { MINUTE_MS } from '#lib/platform/durations.ts'
import { CLIENT_ADDRESS_HEADER, clientParty } from '#lib/platform/http/client-address.ts'
import { API_HEADERS, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { type Rate, type Spent, spend } from '#lib/platform/http/rate.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import { entityTag, findKnownTag } from '#lib/platform/negotiation/entity-tag.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findAgendaOfToken, readAgenda } from './read-agenda.ts'
import { tokenHashOf } from './token.ts'

/**
 * The rate for one address: enough for three devices that fetch every five minutes, and for manual refreshes.
 */
const FETCHES: Rate = { perMinute: 1, burstMs: 20 * MINUTE_MS }

/**
 * The rate of unknown addresses for one client. A known address is not limited by client: a calendar provider
 * fetches for all its customers from few IP addresses, and retries stopped addresses for a while. Nobody can
 * guess 32 random bytes, so a miss costs one lookup and reveals nothing.
 */
const MISSES: Rate = { perMinute: 60, burstMs: MINUTE_MS }

/** Returns the rates of this process: fetches by burger, misses by client. */
function spentOn({ once }: Pick<PublieksportaalContext, 'once'>): { fetches: Spent; misses: Spent } {
  return once('agenda-rates', () => ({ fetches: new Map(), misses: new Map() }))
}

const HEADERS = {
  ...API_HEADERS,
  // cached by the client alone, and revalidated each time
  'Cache-Control': 'private, no-cache',
  'X-Robots-Tag': 'noindex, nofollow',
}

/**
 * Serves the agenda to a calendar program. The address is the only credential, so a bad address and a stopped
 * one get the same 404.
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
