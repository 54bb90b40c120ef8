import { hash } from 'node:crypto'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { NLGOV_ADR_HEADER, STANDARD_WEBHOOKS_HEADERS } from '#lib/contract/signature-headers.ts'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { SIGNATURE_LABEL, targetUri } from '#lib/proof/sign/http-message-signature.ts'
import { SECRET_PREFIX } from '#lib/proof/sign/standard-webhooks.ts'
import { usableKeys } from '#lib/proof/verify/public-key.ts'
import { everyStep, type Step, type Trust, type UnprovenRequest } from '#lib/proof/verify/step.ts'
import { bearerTokens, VERIFIERS } from '#lib/proof/verify/verifiers.ts'
import { type Bericht, NOT_KEPT } from './bericht.ts'
import { eventIdOf, headersOf } from './check-event.ts'
import { allSteps, type Getekend, type Onderdeel, type Reden, STAPPEN, type Stap, type StapNaam } from './stap.ts'

type Checked = { stappen: Stap[]; getekend: Getekend[] }

/** The steps that depend on the body. */
const OF_BODY: readonly StapNaam[] = ['token_body', 'webhook_handtekening', 'signature_body', 'adr_body']

/** Runs all verification steps of a receiver with this credentialtype. */
export async function checkProof(bericht: Bericht, credentialtype: Credentialtype): Promise<Checked> {
  let first: Checked | undefined
  for (const body of pastedBodies(bericht.body)) {
    const checked = await checkBody(bericht, { credentialtype, body })
    if (!wrongOfBody(checked)) return checked
    first ??= checked
  }
  const asFound = first as Checked
  const value = parseJson(bericht.body)
  if (value === undefined) return asFound
  const reformatted = await checkBody(bericht, { credentialtype, body: Buffer.from(JSON.stringify(value)) })
  if (wrongOfBody(reformatted)) return asFound
  const stappen = asFound.stappen.map(
    (stap): Stap =>
      OF_BODY.includes(stap.naam) && stap.uitkomst === 'fout' ? { ...stap, reden: 'opnieuw_opgemaakt' } : stap,
  )
  return { stappen, getekend: reformatted.getekend }
}

const wrongOfBody = ({ stappen }: Checked) =>
  stappen.some(({ naam, uitkomst }) => uitkomst === 'fout' && OF_BODY.includes(naam))

/**
 * Returns the bodies that the pasted text may stand for: a browser's text field turns each line end into
 * CRLF, and a copied text often has an extra line end.
 */
function pastedBodies(body: string): Buffer[] {
  const lines = body.replaceAll('\r\n', '\n')
  return [...new Set([lines, lines.trimEnd(), lines.replaceAll('\n', '\r\n')])].map((text) => Buffer.from(text))
}

async function checkBody(
  bericht: Bericht,
  { credentialtype, body }: { credentialtype: Credentialtype; body: Buffer },
): Promise<Checked> {
  const onderdelen = (['token', credentialtype] as Onderdeel[]).filter(
    (onderdeel) => onderdeel in STAPPEN && (onderdeel !== 'token' || credentialtype !== 'ACCESSTOKEN'),
  )
  const reached: Stap[] = []
  const getekend: Getekend[] = []
  const steps = VERIFIERS[credentialtype](requestOf(bericht, body), trustOf(bericht, credentialtype))
  for (const step of await everyStep(steps)) {
    reached.push(toStap(step, bericht))
    const onderdeel = onderdelen.find((each) => (STAPPEN[each] as readonly string[]).includes(step.name))
    if (step.signed !== undefined && onderdeel) {
      getekend.push({ onderdeel, tekst: Buffer.from(step.signed).toString() })
    }
  }
  const hasToken = reached.some(({ naam }) => naam === 'token_claims')
  if (hasToken && eventIdOf(bericht) === undefined) {
    reached.push({ naam: 'token_event', uitkomst: 'overgeslagen', reden: 'geen_event' })
  }
  return { stappen: onderdelen.flatMap((onderdeel) => allSteps(onderdeel, reached)), getekend }
}

function requestOf(bericht: Bericht, body: Buffer): UnprovenRequest {
  const { method, sink } = bericht
  const url = URL.canParse(sink) ? new URL(sink) : undefined
  const all = new Map([...bericht.headers].map(([name, value]) => [name, withSomeSignature(name, value)]))
  const headers = headersOf(all)
  const { tokens } = bearerTokens(headers, url?.searchParams ?? new URLSearchParams())
  return {
    method,
    sink,
    targetUri: url ? targetUri(sink) : sink,
    headers,
    body,
    bodySha256: hash('sha256', body, 'base64url'),
    token: tokens.length === 1 ? tokens[0] : undefined,
    eventId: eventIdOf(bericht),
  }
}

/** Returns the trust of a receiver with the given secret, or with the published keys when none was given. */
function trustOf({ source, moment: now, geheim, keys }: Bericht, credentialtype: Credentialtype): Trust {
  const isHmac = credentialtype === 'STANDARDWEBHOOKS'
  const key = Buffer.from(geheim.startsWith(SECRET_PREFIX) ? geheim.slice(SECRET_PREFIX.length) : geheim, 'base64')
  return {
    source,
    now,
    geheimen: geheim === '' ? [] : [{ id: '', waarde: isHmac ? key : hash('sha256', geheim, 'buffer') }],
    async findKey(alg, pick) {
      const usable = usableKeys(
        keys.flatMap((each) => each.key ?? []),
        { alg, now },
      )
      const value = isHmac && alg === 'Ed25519' && geheim !== '' ? undefined : pick(usable)
      return value === undefined ? { ok: false, reason: 'unknown_key' } : { ok: true, value }
    },
  }
}

/** The prefix of the key ids that `cli/signing/load-sleutels.mjs` makes. */
const KID_OF_LUISTER = 'luister-'

const SOME_SIGNATURE = 'AAAA'

/** Puts a dummy signature in place of one that was not kept, so that everything else can be checked. */
function withSomeSignature(name: string, value: string): string {
  if (!value.endsWith(NOT_KEPT)) return value
  if (name === 'signature') return `${SIGNATURE_LABEL}=:${SOME_SIGNATURE}:`
  if (name === STANDARD_WEBHOOKS_HEADERS.signature) return `v1,${SOME_SIGNATURE}`
  return value.slice(0, -NOT_KEPT.length) + SOME_SIGNATURE
}

/** The header with the signature that a step checks. */
const SIGNED_IN: Partial<Record<StapNaam, string>> = {
  token_handtekening: 'authorization',
  accesstoken: 'authorization',
  webhook_handtekening: STANDARD_WEBHOOKS_HEADERS.signature,
  signature_handtekening: 'signature',
  adr_handtekening: NLGOV_ADR_HEADER,
}

function toStap(step: Step, bericht: Bericht): Stap {
  const { name: naam, expected: verwacht, found: gevonden } = step
  const shown = { ...(verwacht !== undefined && { verwacht }), ...(gevonden !== undefined && { gevonden }) }
  const untried = whyUntried(naam, bericht)
  if (untried) return { naam, uitkomst: 'overgeslagen', reden: untried }
  if (step.ok) return { naam, uitkomst: 'goed', ...shown }
  const reden = whyWrong(step, bericht)
  return { naam, uitkomst: 'fout', ...shown, ...(reden && { reden }) }
}

/** Returns why a step is skipped; `undefined` when its input was given. A skipped step is no failure. */
function whyUntried(naam: StapNaam, { headers, sink, geheim }: Bericht): Reden | undefined {
  if (headers.get(SIGNED_IN[naam] ?? '')?.endsWith(NOT_KEPT)) return 'niet_bewaard'
  if (sink === '' && (naam === 'token_geadresseerde' || naam === 'signature_handtekening')) return 'niet_gegeven'
  return geheim === '' && naam === 'accesstoken' && headers.has('authorization') ? 'niet_gegeven' : undefined
}

function whyWrong(step: Extract<Step, { ok: false }>, { sink, geheim, keys, moment }: Bericht): Reden | undefined {
  const { name, refusal, expected, found } = step
  if (name.endsWith('_tijd') && !('code' in refusal && refusal.code === 'lifetime_too_long')) return 'ander_moment'
  if (name === 'token_geadresseerde' && (found === `${sink}/` || expected === `${found}/`)) return 'schuine_streep'
  if (name.endsWith('_sleutel') && found?.startsWith(`kid ${KID_OF_LUISTER}`)) return 'sleutel_van_luister'
  if (name.endsWith('_sleutel') && keys.some(({ kid }) => found === `kid ${kid}`)) return 'sleutel_past_niet'
  const named = keys.flatMap(({ key }) => key ?? [])
  const hasNoKey = geheim === '' && usableKeys(named, { alg: 'Ed25519', now: moment }).length === 0
  return name === 'webhook_handtekening' && hasNoKey ? 'sleutel_past_niet' : undefined
}
