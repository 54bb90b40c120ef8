import { hash, verify } from 'node:crypto'
import { type Dictionary, type InnerList, parseDictionary, serializeInnerList } from 'structured-headers'
import { z } from 'zod'
import {
  coveredComponents,
  SIGNATURE_ALGORITHM,
  SIGNATURE_MAX_LIFETIME_SECONDS,
  SIGNATURE_TAG,
  signatureBase,
  targetUri,
} from '#lib/contract/http-message-signature.ts'
import { type Bericht, findBody, findReformatted, NOT_KEPT } from './bericht.ts'
import { findKey } from './find-key.ts'
import { type Deel, failed, passed, type Stap, skipped, within } from './stap.ts'

const CLOCK_TOLERANCE_SECONDS = 5

const parameters = z.object({
  created: z.int(),
  expires: z.int(),
  nonce: z.string().min(1),
  keyid: z.string().min(1),
  alg: z.literal(SIGNATURE_ALGORITHM),
  tag: z.literal(SIGNATURE_TAG),
})

/** RFC 9421 in our profile (`lib/contract/http-message-signature.ts`). */
export function checkHttpMessageSignature(bericht: Bericht): Deel {
  const { headers, moment, keys } = bericht
  const input = findInput(headers.get('signature-input'))
  const given = headers.get('signature')
  if (!input || !given) return { stappen: [failed('signature_headers', { verwacht: `tag="${SIGNATURE_TAG}"` })] }
  const names = input.list[0].map(([name]) => String(name))
  const missing = coveredComponents([...headers.keys()]).filter((name) => !names.includes(name))
  const stappen: Stap[] = [
    passed('signature_headers'),
    missing.length > 0
      ? failed('signature_onderdelen', { gevonden: missing.join(', ') })
      : passed('signature_onderdelen'),
    checkDigest(bericht),
  ]

  const tekst = signatureBase(componentsOf(bericht, names), serializeInnerList(input.list))
  const deel: Deel = { stappen, getekend: { onderdeel: 'HTTPMESSAGESIGNATURES', tekst } }
  const read = parameters.safeParse(Object.fromEntries(input.list[1]))
  if (!read.success) {
    const gevonden = read.error.issues.map(({ path }) => path.join('.')).join(', ')
    stappen.push(failed('signature_parameters', { gevonden }))
    return deel
  }
  const { created, expires, keyid } = read.data
  const { stap: sleutel, key } = findKey(keys, { naam: 'signature_sleutel', kid: keyid, alg: 'Ed25519' })
  const period = { from: created - CLOCK_TOLERANCE_SECONDS, to: expires + CLOCK_TOLERANCE_SECONDS }
  const lifetime = expires - created
  stappen.push(
    passed('signature_parameters'),
    lifetime > SIGNATURE_MAX_LIFETIME_SECONDS
      ? failed('signature_tijd', {
          verwacht: `expires - created ≤ ${SIGNATURE_MAX_LIFETIME_SECONDS}`,
          gevonden: String(lifetime),
        })
      : within('signature_tijd', { moment, ...period }),
    sleutel,
  )
  if (given === NOT_KEPT) stappen.push(skipped('signature_handtekening', 'niet_bewaard'))
  else if (bericht.sink === '') stappen.push(skipped('signature_handtekening', 'niet_gegeven'))
  else if (key) {
    const signature = signatureOf(given, input.label)
    const holds = signature && verify(null, Buffer.from(tekst), key, signature)
    stappen.push(holds ? passed('signature_handtekening') : failed('signature_handtekening'))
  }
  return deel
}

function parse(header: string | undefined): Dictionary | undefined {
  try {
    return parseDictionary(header ?? '')
  } catch {
    return undefined
  }
}

function findInput(header: string | undefined): { label: string; list: InnerList } | undefined {
  const ours = [...(parse(header) ?? [])].find(([, [, itsParameters]]) => itsParameters.get('tag') === SIGNATURE_TAG)
  if (!ours || !Array.isArray(ours[1][0])) return undefined
  return { label: ours[0], list: ours[1] as InnerList }
}

function signatureOf(header: string, label: string): Uint8Array | undefined {
  const [value] = parse(header)?.get(label) ?? []
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined
}

function componentsOf({ headers, method, sink }: Bericht, names: readonly string[]) {
  const derived = new Map([
    ['@method', method],
    ['@target-uri', URL.canParse(sink) ? targetUri(sink) : sink],
  ])
  return names.map((name) => ({ name, value: derived.get(name) ?? headers.get(name) ?? '' }))
}

function checkDigest({ headers, body }: Bericht): Stap {
  const gevonden = headers.get('content-digest') ?? ''
  const digestOf = (bytes: Buffer) => `sha-256=:${hash('sha256', bytes, 'base64')}:`
  const holds = (bytes: Buffer) => gevonden === digestOf(bytes)
  if (findBody(body, holds)) return passed('signature_body', gevonden)
  const detail = { verwacht: gevonden, gevonden: digestOf(Buffer.from(body)) }
  return failed('signature_body', findReformatted(body, holds) ? { ...detail, reden: 'opnieuw_opgemaakt' } : detail)
}
