import type { Algorithm } from '../sign/signing.ts'
import type { PublicKey } from './public-key.ts'

/** A request whose sender is not proven yet. */
export type UnprovenRequest = {
  method: string
  /** the registered address of the receiver: the audience of tokens */
  sink: string
  /** `@target-uri` of RFC 9421 */
  targetUri: string
  headers: Pick<Headers, 'get' | 'keys'>
  /** the raw bytes */
  body: Uint8Array
  /** SHA-256 of the body, base64url */
  bodySha256: string
  /** from the Authorization header or the query */
  token: string | undefined
  /**
   * the `id` of the only event in the body, if the caller parsed it; a receiver parses nothing before the
   * proof is valid
   */
  eventId?: string | undefined
}

/** `waarde`: the SHA-256 of an access token, or the key of an HMAC. */
type Geheim = { id: string; waarde: Uint8Array }

export type KeyAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: 'unknown_key' }
  /** the keys are unavailable now; a retry can succeed */
  | { ok: false; reason: 'keys_unavailable'; retryAfterSeconds: number }

/** The trusted sender, keys and moment; none of it comes from the request. */
export type Trust = {
  /** `source` of the events, which is the issuer of tokens */
  source: string
  now: Date
  /** the secrets of this method that are valid now */
  geheimen: readonly Geheim[]
  /** calls `pick` with the published keys of one algorithm that are valid now */
  findKey<T>(alg: Algorithm, pick: (keys: PublicKey[]) => T | undefined): Promise<KeyAnswer<T>>
}

type StepName =
  | `token${'' | '_header' | '_claims' | '_afzender' | '_geadresseerde' | '_tijd' | '_body' | '_event' | '_sleutel' | '_handtekening'}`
  | 'accesstoken'
  | `webhook_${'headers' | 'tijd' | 'event' | 'handtekening'}`
  | `signature_${'headers' | 'parameters' | 'onderdelen' | 'tijd' | 'body' | 'sleutel' | 'handtekening'}`
  | `adr_${'header' | 'tijd' | 'body' | 'sleutel' | 'handtekening'}`

export type Refusal =
  | { reason: 'invalid_token' | 'invalid_signature'; code: string }
  | { reason: 'keys_unavailable'; retryAfterSeconds: number }

/** `expected` and `found` may be shown, so they hold no secret. */
type Shown = { expected?: string; found?: string }

/** The result of one step. `signed`: the bytes that the signature must cover, at the step that knows them. */
export type Step = { name: StepName; signed?: Uint8Array | string } & Shown &
  ({ ok: true } | { ok: false; refusal: Refusal })

/**
 * `eventId`: the event that the proof is for; null when it names none. `kid`: id of the key or secret that
 * verified it.
 */
export type Proven = { eventId: string | null; kid: string }

/**
 * The steps of one method, in the order in which a receiver takes them: cheap ones first, keys last. A caller
 * that continues after a failed step gets every result that is still possible. The return value is a proof
 * only when every step was ok.
 */
type Steps = Generator<Step | Promise<unknown>, Proven | undefined, unknown>

export type Verifier = (request: UnprovenRequest, trust: Trust) => Steps

/**
 * Yields a promise that the caller of the verifier awaits: `yield* waited(promise)`. Most steps wait for
 * nothing, and in an asynchronous generator each step would cost as much as an HMAC.
 */
export function* waited<T>(promise: Promise<T>): Generator<Promise<T>, T, unknown> {
  return (yield promise) as T
}

/** Runs the steps until `take` returns true. */
async function goThrough(steps: Steps, take: (step: Step) => boolean): Promise<Proven | undefined> {
  let next = steps.next()
  while (!next.done) {
    const { value } = next
    if (value instanceof Promise) next = steps.next(await value)
    else if (take(value)) next = steps.next()
    else break
  }
  return next.done ? next.value : undefined
}

/** Stops at the first step that fails. */
export async function prove(steps: Steps): Promise<({ ok: true } & Proven) | ({ ok: false } & Refusal)> {
  let refusal: Refusal | undefined
  const proven = await goThrough(steps, (step) => {
    if (!step.ok) refusal = step.refusal
    return step.ok
  })
  if (refusal) return { ok: false, ...refusal }
  if (!proven) throw new Error('A verifier ended without a proof and without a failed step')
  return { ok: true, ...proven }
}

/** Returns all steps that can be taken, including those after a failed step. */
export async function everyStep(steps: Steps): Promise<Step[]> {
  const taken: Step[] = []
  await goThrough(steps, (step) => taken.push(step) > 0)
  return taken
}

export function passed(name: StepName, shown: Omit<Step, 'name' | 'ok' | 'refusal'> = {}): Step {
  return { name, ok: true, ...shown }
}

export function refused(name: StepName, code: string, shown: Omit<Step, 'name' | 'ok' | 'refusal'> = {}): Step {
  const isOfToken = name.startsWith('token') || name === 'accesstoken'
  return { name, ok: false, refusal: { reason: isOfToken ? 'invalid_token' : 'invalid_signature', code }, ...shown }
}

/** Returns an ok step when `code` is false. */
export function decided(name: StepName, code: string | false, shown: Omit<Step, 'name' | 'ok' | 'refusal'> = {}): Step {
  return code === false ? passed(name, shown) : refused(name, code, shown)
}

/** `expected` and `found` are shown to the reader, so neither may be a secret. */
export function compared(name: StepName, options: { expected: string; found: string; code: string }): Step {
  const { expected, found, code } = options
  return expected === found ? passed(name, { found }) : refused(name, code, { expected, found })
}

export function keyStep(name: StepName, kid: string, answer: KeyAnswer<unknown>): Step {
  const found = `kid ${kid}`
  if (answer.ok) return passed(name, { found })
  if (answer.reason === 'unknown_key') return refused(name, 'unknown_key', { found })
  const { reason, retryAfterSeconds } = answer
  return { name, ok: false, refusal: { reason, retryAfterSeconds }, found }
}

/** Formats the period between two moments in seconds since 1970. */
export function period(from: number, to: number): string {
  return `${iso(from)} – ${iso(to)}`
}

/** `seconds` comes from the request, so it may lie outside the range of `Date`. */
function iso(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString()
}
