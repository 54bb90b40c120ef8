import { base64url, FlattenedSign } from 'jose'
import type { PublieksportaalContext } from '../../context.ts'
import { ALGORITHM, signingKey } from './bewijssleutels.ts'

/** Says what a signature of ours is about, so that it counts for nothing else. */
export const TYP = 'bewijs+jws'

/**
 * The forms of a bewijs. Its signature names the form (`cty`), and stands at the end of the file: in JSON as the last member; in a PDF as a
 * comment, which readers take to be behind the end. All bytes before `before` are signed, so nobody has to write JSON again as we do.
 */
export const VORMEN = [
  {
    soort: 'json',
    cty: 'application/json',
    start: '{',
    before: ',\n  "handtekening": "',
    after: '"\n}\n',
    // Readers open a PDF without its header too, but none without `<<`.
    isForeign: (rest: string) => /%PDF|</i.test(rest),
  },
  {
    soort: 'pdf',
    cty: 'application/pdf',
    start: '%PDF-',
    before: '% handtekening: ',
    after: '\n',
    // A ZIP that holds a file has both its marks. One alone stands in a compressed font by chance, once in some 40,000 files.
    isForeign: (rest: string) =>
      /%PDF-|<html|<script|<!doctype/i.test(rest) || ['PK\x01\x02', 'PK\x05\x06'].every((mark) => rest.includes(mark)),
  },
] as const
type Vorm = (typeof VORMEN)[number]
const [IN_JSON, IN_PDF] = VORMEN

/** True when text behind the first byte could make a reader take the file for a PDF, a ZIP or HTML of somebody else. */
export function isAmbiguous({ isForeign }: Vorm, content: Uint8Array): boolean {
  return isForeign(Buffer.from(content).toString('latin1', 1))
}

/** Compressed bytes hold such text by chance, by estimate once in some 400,000 files: `writePdf` then compresses them anew. */
export const isAmbiguousPdf = (pdf: Uint8Array) => isAmbiguous(IN_PDF, pdf)

type Wanted = { code: string; op: Date }
type Ctx = Pick<PublieksportaalContext, 'env' | 'db' | 'clock'>

/**
 * Signs a bewijs as JSON. `%` and `<` are escaped: without them no text of a person begins a PDF, HTML or PostScript.
 *
 * @param bestand its members, without a signature
 */
export async function signJson(ctx: Ctx, bestand: object, wanted: Wanted): Promise<Buffer> {
  const content = JSON.stringify(bestand, null, 2)
    .slice(0, -'\n}'.length)
    .replaceAll('%', '\\u0025')
    .replaceAll('<', '\\u003c')
  return sign(ctx, { ...wanted, content: Buffer.from(content), vorm: IN_JSON })
}

export async function signPdf(ctx: Ctx, content: Uint8Array, wanted: Wanted): Promise<Buffer> {
  return sign(ctx, { ...wanted, content, vorm: IN_PDF })
}

/**
 * A JWS without its content (RFC 7515, Appendix F), which stands before it. `cty`, `code` and `iat` are signed with it.
 *
 * Throws when the content could be read as another document: nothing that a person types makes it so, and `isAmbiguousPdf`
 * says it of a PDF before.
 */
async function sign(ctx: Ctx, { content, vorm, code, op }: Wanted & { content: Uint8Array; vorm: Vorm }) {
  if (isAmbiguous(vorm, content)) throw new Error('A bewijs that could be read as another document is not signed')
  const { kid, key } = await signingKey(ctx)
  const iat = Math.floor(op.getTime() / 1000)
  const jws = await new FlattenedSign(content)
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: TYP, cty: vorm.cty, iat, code })
    .sign(key)
  const signature = withLowS(jws.signature)
  return Buffer.concat([content, Buffer.from(`${vorm.before}${jws.protected}..${signature}${vorm.after}`)])
}

/** The order of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** With (r, s) the signature (r, n - s) holds too. Returns the one with the low s, so that a file has one signature only. */
export function withLowS(signature: string): string {
  const hex = Buffer.from(signature, 'base64url').toString('hex')
  const [r, s] = [hex.slice(0, 64), BigInt(`0x${hex.slice(64)}`)]
  const low = s > ORDER / 2n ? ORDER - s : s
  return base64url.encode(Buffer.from(r + low.toString(16).padStart(64, '0'), 'hex'))
}
