import { FlattenedSign } from 'jose'
import type { PublieksportaalContext } from '../../context.ts'
import { ALGORITHM, signingKey } from './bewijssleutels.ts'

/** What a signature of ours is about, so that it counts for nothing else. */
export const TYP = 'bewijs+jws'

/**
 * Around the signature, at the end of a file. In JSON it is the last member; in a PDF, which readers take to end before it, a comment. What
 * stands before `before` is what was signed, to the byte, so that nobody has to write JSON again as we do.
 */
export const PLACES = [
  { before: ',\n  "handtekening": "', after: '"\n}\n' },
  { before: '% handtekening: ', after: '\n' },
] as const
const [IN_JSON, IN_PDF] = PLACES

type Wanted = { code: string; op: Date }
type Ctx = Pick<PublieksportaalContext, 'env' | 'db' | 'clock'>

/** @param bestand its members, without a signature */
export async function signJson(ctx: Ctx, bestand: object, wanted: Wanted): Promise<Buffer> {
  const content = JSON.stringify(bestand, null, 2).slice(0, -'\n}'.length)
  return sign(ctx, { ...wanted, content: Buffer.from(content), place: IN_JSON })
}

export async function signPdf(ctx: Ctx, content: Uint8Array, wanted: Wanted): Promise<Buffer> {
  return sign(ctx, { ...wanted, content, place: IN_PDF })
}

/** A JWS of which the content is left out (RFC 7515, Appendix F): it stands before it. `code` and `iat` are signed with it. */
async function sign(
  ctx: Ctx,
  { content, place, code, op }: Wanted & { content: Uint8Array; place: (typeof PLACES)[number] },
): Promise<Buffer> {
  const { kid, key } = await signingKey(ctx)
  const iat = Math.floor(op.getTime() / 1000)
  const jws = await new FlattenedSign(content)
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: TYP, iat, code })
    .sign(key)
  return Buffer.concat([content, Buffer.from(`${place.before}${jws.protected}..${jws.signature}${place.after}`)])
}
