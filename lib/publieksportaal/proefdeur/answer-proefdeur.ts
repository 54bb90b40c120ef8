import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import {
  API_HEADERS,
  jsonResponse,
  notFoundResponse,
  type Problems,
  problemResponse,
} from '#lib/platform/http/problem-json.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { AFWIJZING_PROBLEMS, afwijzingResponse } from '#lib/publieksportaal/receiver/afwijzing-response.ts'
import { type Examination, examineRequest } from '#lib/publieksportaal/receiver/examine-request.ts'
import { type Bericht, berichtenIn, type Gebeuren, type Proef, type Toestemming } from './gebeuren.ts'
import { judgeVerloop } from './judge-verloop.ts'
import { addGebeuren, findProefdeur, type Proefdeur, sinkOf } from './proefdeur.ts'

/** The trials for the first messages with a new event, in order; later messages get none. */
const PLAN: readonly (Proef | null)[] = [null, 'wacht_503', 'wacht_429', 'weiger_400']

const PROEF_STATUS: Record<Proef, number> = { wacht_503: 503, wacht_429: 429, weiger_400: 400 }
const RETRY_AFTER_SECONDS = 3

/**
 * Decides the response to a valid message. After 503 or 429 a repeat is accepted when it waited long enough,
 * and refused again when it did not. A 400 is permanent.
 */
function decideAnswer(
  verloop: readonly Gebeuren[],
  { ids, now }: { ids: readonly string[]; now: Date },
): Pick<Bericht, 'isNieuw' | 'proef' | 'terugNa'> {
  const before = berichtenIn(verloop)
  const known = new Set(before.flatMap(({ gebeurtenissen }) => gebeurtenissen.map(({ id }) => id)))
  const isNieuw = ids.some((id) => !known.has(id))
  const tried = before.findLast(
    ({ proef, isNieuw, gebeurtenissen }) => proef && isNieuw && gebeurtenissen.some(({ id }) => ids.includes(id)),
  )
  if (tried) {
    if (tried.proef === 'weiger_400') return { isNieuw: false, proef: tried.proef, terugNa: null }
    const waitMs = new Date(tried.op).getTime() + (tried.terugNa ?? 0) * SECOND_MS - now.getTime()
    if (waitMs > 0) return { isNieuw: false, proef: tried.proef, terugNa: Math.ceil(waitMs / SECOND_MS) }
    return { isNieuw: false, proef: null, terugNa: null }
  }
  const proef = isNieuw ? (PLAN[before.filter((bericht) => bericht.isNieuw).length] ?? null) : null
  return { isNieuw, proef, terugNa: proef && proef !== 'weiger_400' ? RETRY_AFTER_SECONDS : null }
}

/** True for an event id that was accepted before with other content, which the portal refuses too. */
function takenWithOtherContent(verloop: readonly Gebeuren[], gebeurtenissen: Bericht['gebeurtenissen']): boolean {
  const taken = berichtenIn(verloop).filter(({ status }) => status === 204)
  return gebeurtenissen.some(({ id, inhoud }) =>
    taken.some((bericht) => bericht.gebeurtenissen.some((one) => one.id === id && one.inhoud !== inhoud)),
  )
}

const FULL_RETRY_SECONDS = 3600
const MAX_FOUTEN = 5
const MAX_SHOWN = 200
const DIFFERENT = 'different_content'

export const PROEFDEUR_PROBLEMS = {
  trial_wait: { status: 503, detail: 'Test: retry this event after Retry-After.' },
  trial_slower: {
    status: 429,
    detail: 'Test: send more slowly, and retry this event after Retry-After.',
  },
  trial_refused: { status: 400, detail: 'Test: this event is refused on every attempt.' },
  trial_full: { status: 429, detail: 'This test endpoint has reached its limit. Start a new test on its page.' },
} as const satisfies Problems

const CODE_OF = { wacht_503: 'trial_wait', wacht_429: 'trial_slower', weiger_400: 'trial_refused' } as const

/**
 * Handles every request to a proefdeur: the sender's messages, and the results for anybody with its address.
 */
export async function answerProefdeur(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  const deur = await findProefdeur(ctx, new URL(request.url).pathname.split('/').at(-1) ?? '')
  if (!deur) return notFoundResponse()
  switch (request.method) {
    case 'POST':
      return takeBericht(ctx, deur, request)
    case 'OPTIONS':
      return answerHandshake(ctx, deur, request)
    default:
      return jsonResponse(reportOf(ctx, deur))
  }
}

/** Returns the results of a proefdeur in JSON, as on its page. */
function reportOf({ clock }: PublieksportaalContext, { origin, apiUrl, verloop, vervaltOp }: Proefdeur) {
  const gevallen = judgeVerloop(verloop, { now: clock(), origin, hasApi: apiUrl !== null })
  return { geslaagd: gevallen.every(({ uitslag }) => uitslag === 'goed'), gevallen, vervaltOp }
}

const full = () =>
  problemResponse(
    { ...PROEFDEUR_PROBLEMS.trial_full, code: 'trial_full' },
    { 'Retry-After': String(FULL_RETRY_SECONDS) },
  )

/** Follows the rules of the webhook: a known origin gets toestemming. */
async function answerHandshake(ctx: PublieksportaalContext, deur: Proefdeur, request: Request): Promise<Response> {
  const origin = request.headers.get(WEBHOOK_HEADERS.requestOrigin)
  const rate = request.headers.get(WEBHOOK_HEADERS.requestRate)
  const gegeven = origin === deur.origin && (rate === null || RATE.test(rate))
  const toestemming: Toestemming = {
    soort: 'toestemming',
    op: ctx.clock().toISOString(),
    origin: origin?.slice(0, MAX_SHOWN) ?? null,
    rate: rate?.slice(0, MAX_SHOWN) ?? null,
    gegeven,
  }
  if (!(await addGebeuren(ctx, deur, () => toestemming))) return full()
  const consent = { [WEBHOOK_HEADERS.allowedOrigin]: deur.origin, [WEBHOOK_HEADERS.allowedRate]: '*' }
  return new Response(null, {
    status: 204,
    headers: { ...API_HEADERS, Allow: 'POST, OPTIONS', ...(gegeven && consent) },
  })
}

/** Checks a message as the webhook would, and stores only the outcome; nothing reaches the inbox. */
async function takeBericht(ctx: PublieksportaalContext, deur: Proefdeur, request: Request): Promise<Response> {
  const { source, origin, jwksUrl, credentialtype, contentmodus } = deur
  const bron = {
    source,
    origin,
    jwksUrl,
    status: 'actief' as const,
    maxPerMinuut: null,
    wachtOpGeheimTot: null,
    bezorgwijzen: [{ credentialtype, contentmodus, geldigTot: null }],
    geheimen: [],
  }
  const op = ctx.clock()
  const examined = await examineRequest(ctx, request, { sink: sinkOf(ctx, deur), bron })
  const kept = await addGebeuren(ctx, deur, (verloop): Bericht => {
    const common = { soort: 'bericht', op: op.toISOString() } as const
    if (!examined.ok) return { ...common, ...refused(examined) }
    const gebeurtenissen = examined.events.map(({ id, type, sequence, inhoudSha256: inhoud }) => ({
      id,
      type,
      sequence,
      inhoud,
    }))
    const { kid } = examined.proof
    const proven = { ...common, status: 204, reden: null, code: null, fouten: [], kid, gebeurtenissen }
    if (takenWithOtherContent(verloop, gebeurtenissen)) {
      const { status } = AFWIJZING_PROBLEMS[DIFFERENT]
      return { ...proven, status, reden: DIFFERENT, isNieuw: false, proef: null, terugNa: null }
    }
    const decided = decideAnswer(verloop, { ids: gebeurtenissen.map(({ id }) => id), now: op })
    return { ...proven, ...(decided.proef && { status: PROEF_STATUS[decided.proef] }), ...decided }
  })
  if (!kept) return full()
  if (!examined.ok) return afwijzingResponse(examined)
  if (kept.reden === DIFFERENT) return afwijzingResponse({ reason: DIFFERENT, sizeBytes: examined.sizeBytes })
  if (!kept.proef) return new Response(null, { status: 204, headers: API_HEADERS })
  const code = CODE_OF[kept.proef]
  const headers: HeadersInit = kept.terugNa === null ? {} : { 'Retry-After': String(kept.terugNa) }
  return problemResponse({ ...PROEFDEUR_PROBLEMS[code], code }, headers)
}

function refused(examined: Exclude<Examination, { ok: true }>): Omit<Bericht, 'soort' | 'op'> {
  const { reason } = examined
  return {
    status: afwijzingResponse(examined).status,
    reden: reason,
    code: 'code' in examined ? examined.code : null,
    fouten:
      reason === 'invalid_event'
        ? examined.errors
            .slice(0, MAX_FOUTEN)
            .map(({ code, pointer = '' }) => `${code} ${pointer}`.trim().slice(0, MAX_SHOWN))
        : [],
    kid: null,
    gebeurtenissen: [],
    isNieuw: false,
    proef: null,
    terugNa: null,
  }
}
