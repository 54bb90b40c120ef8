import { inflateRawSync } from 'node:zlib'
import { base64url, decodeProtectedHeader, errors, flattenedVerify, importJWK } from 'jose'
import { z } from 'zod'
import type { PublieksportaalContext } from '../../context.ts'
import { type GetoondBestand, getoondBestand } from '../bewijsbestand.ts'
import { ALGORITHM, findBewijssleutel } from './bewijssleutels.ts'
import { isAmbiguous, TYP, VORMEN, withLowS } from './sign-bewijs.ts'

/** Longer than any bewijs; a longer file is refused unread. */
export const MOST_BYTES = 240_000

/** The signed content. `inhoud` is undefined for a PDF in the form that was used until December 2026. */
export type Ondertekend = {
  soort: (typeof VORMEN)[number]['soort']
  gemaaktOp: Date
  code: string
  inhoud: GetoondBestand | undefined
}

/**
 * `isOuder`: in the form that was used until December 2026, whose signature names no media type. Reasons:
 * - `no_bewijs`: it does not end with a signature of ours
 * - `other_key`: it names a key that is not ours
 * - `withdrawn`: the key leaked, so anybody may have made the file
 * - `changed`: the signature does not match the content or the form
 * - `ambiguous`: in the older form, with text that can make a reader show another document
 */
export type Controle =
  | { ok: true; isOuder: boolean; ondertekend: Ondertekend }
  | { ok: false; reason: 'ambiguous'; ondertekend: Ondertekend }
  | Refusal
type Refusal = { ok: false; reason: 'no_bewijs' | 'other_key' | 'withdrawn' | 'changed' }

const header = z.object({ typ: z.literal(TYP), cty: z.string().optional(), iat: z.int(), code: z.string() })
const refuse = (reason: Refusal['reason']): Controle => ({ ok: false, reason })

/** Verifies that this portal made a file, and returns the signed content. Stores nothing. */
export async function checkBewijs(ctx: Pick<PublieksportaalContext, 'db'>, bytes: Uint8Array): Promise<Controle> {
  const found = bytes.byteLength <= MOST_BYTES && split(bytes)
  if (!found) return refuse('no_bewijs')
  const { vorm, content, signed } = found
  const { kid } = decodedHeader(signed.protected)
  const sleutel = typeof kid === 'string' ? await findBewijssleutel(ctx, kid) : undefined
  if (!sleutel) return refuse('other_key')
  if (sleutel.isIngetrokken) return refuse('withdrawn')
  try {
    const key = await importJWK(sleutel.jwk, ALGORITHM)
    const { protectedHeader } = await flattenedVerify(signed, key, { algorithms: [ALGORITHM] })
    const { cty, iat, code } = header.parse(protectedHeader)
    const isOuder = cty === undefined
    if (!content.toString('latin1').startsWith(vorm.start) || (!isOuder && cty !== vorm.cty)) return refuse('changed')
    if (!isOnlySignature(signed.signature, { isOuder })) return refuse('changed')
    const ondertekend = { soort: vorm.soort, gemaaktOp: new Date(iat * 1000), code, inhoud: readInhoud(vorm, content) }
    if (isOuder && isAmbiguous(vorm, content)) return { ok: false, reason: 'ambiguous', ondertekend }
    return { ok: true, isOuder, ondertekend }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return refuse('changed')
    throw error
  }
}

/**
 * False for another encoding of a valid signature: unused bits of its last letter, or (r, n - s). In the
 * older form half of our own signatures have a high s.
 */
function isOnlySignature(signature: string, { isOuder }: { isOuder: boolean }): boolean {
  return signature === (isOuder ? base64url.encode(base64url.decode(signature)) : withLowS(signature))
}

type Vorm = (typeof VORMEN)[number]

/** Nothing may follow the signature: a reader that uses such bytes would show unsigned content. */
function split(bytes: Uint8Array) {
  const file = Buffer.from(bytes)
  for (const vorm of VORMEN) {
    const { before, after } = vorm
    const at = file.lastIndexOf(before)
    const [header = '', omitted, signature = '', ...more] = file
      .subarray(at + before.length)
      .toString('latin1')
      .split('.')
    if (at < 0 || omitted !== '' || more.length > 0 || !signature.endsWith(after)) continue
    const content = file.subarray(0, at)
    const payload = base64url.encode(content)
    return { vorm, content, signed: { protected: header, payload, signature: signature.slice(0, -after.length) } }
  }
  return undefined
}

/** Returns the signed content; for a PDF the signed machine-readable copy that it holds. */
function readInhoud({ soort }: Vorm, content: Buffer): GetoondBestand | undefined {
  const [, beside] = soort === 'pdf' ? (/^\(inhoud\.([\w-]+)\)$/m.exec(content.toString('latin1')) ?? []) : []
  if (soort === 'pdf' && !beside) return undefined
  return getoondBestand.parse(
    JSON.parse(beside ? inflateRawSync(Buffer.from(beside, 'base64url')).toString() : `${content}}`),
  )
}

function decodedHeader(encoded: string): { kid?: unknown } {
  try {
    return decodeProtectedHeader({ protected: encoded })
  } catch {
    return {}
  }
}
