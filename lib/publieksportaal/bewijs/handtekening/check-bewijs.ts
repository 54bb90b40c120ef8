import { base64url, decodeProtectedHeader, errors, flattenedVerify, importJWK } from 'jose'
import { z } from 'zod'
import type { PublieksportaalContext } from '../../context.ts'
import { ALGORITHM, findBewijssleutel } from './bewijssleutels.ts'
import { PLACES, TYP } from './sign-bewijs.ts'

/** Longer than that of any bewijs; of a longer file nothing is read. */
export const MOST_BYTES = 240_000

/**
 * - `no_bewijs`: there is no signature of ours at its end
 * - `other_key`: it names a key that is not ours
 * - `withdrawn`: that key leaked, so anybody may have made it
 * - `changed`: the signature is not of what stands there
 */
export type Controle =
  | { ok: true; gemaaktOp: Date; code: string }
  | { ok: false; reason: 'no_bewijs' | 'other_key' | 'withdrawn' | 'changed' }

const header = z.object({ typ: z.literal(TYP), iat: z.int(), code: z.string() })
const refuse = (reason: Exclude<Controle, { ok: true }>['reason']): Controle => ({ ok: false, reason })

/** Whether a file is a bewijs as this portal made it. It reads our public keys, and keeps nothing. */
export async function checkBewijs(ctx: Pick<PublieksportaalContext, 'db'>, bytes: Uint8Array): Promise<Controle> {
  const signed = bytes.byteLength <= MOST_BYTES && split(bytes)
  if (!signed) return refuse('no_bewijs')
  const { kid } = decodedHeader(signed.protected)
  const sleutel = typeof kid === 'string' ? await findBewijssleutel(ctx, kid) : undefined
  if (!sleutel) return refuse('other_key')
  if (sleutel.isIngetrokken) return refuse('withdrawn')
  try {
    const key = await importJWK(sleutel.jwk, ALGORITHM)
    const { protectedHeader } = await flattenedVerify(signed, key, { algorithms: [ALGORITHM] })
    // of the last letter some bits mean nothing, so that another letter could stand there
    if (base64url.encode(base64url.decode(signed.signature)) !== signed.signature) return refuse('changed')
    const { iat, code } = header.parse(protectedHeader)
    return { ok: true, gemaaktOp: new Date(iat * 1000), code }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return refuse('changed')
    throw error
  }
}

/** Nothing may follow the signature: what a reader takes from there would not have been signed. */
function split(bytes: Uint8Array) {
  const file = Buffer.from(bytes)
  for (const { before, after } of PLACES) {
    const at = file.lastIndexOf(before)
    const [header = '', content, signature = '', ...more] = file
      .subarray(at + before.length)
      .toString('latin1')
      .split('.')
    if (at < 0 || content !== '' || more.length > 0 || !signature.endsWith(after)) continue
    const payload = base64url.encode(file.subarray(0, at))
    return { protected: header, payload, signature: signature.slice(0, -after.length) }
  }
  return undefined
}

function decodedHeader(encoded: string): { kid?: unknown } {
  try {
    return decodeProtectedHeader({ protected: encoded })
  } catch {
    return {}
  }
}
