import { base64url, FlattenedSign } from 'jose'
import type { PublieksportaalContext } from '../../context.ts'
import { ALGORITHM, signingKey } from './bewijssleutels.ts'

/** The purpose of the signature, so that it is valid for nothing else. */
export const TYP = 'bewijs+jws'

/**
 * The forms of a bewijs. The signature names the form (`cty`) and ends the file: in JSON as the last member,
 * in a PDF as a comment. It covers all bytes before `before`, so a verifier does not have to canonicalize
 * JSON.
 */
export const VORMEN = [
  {
    soort: 'json',
    cty: 'application/json',
    start: '{',
    before: ',\n  "handtekening": "',
    after: '"\n}\n',
    // Readers open a PDF without its header too, but never without `<<`.
    isForeign: (rest: string) => /%PDF|</i.test(rest),
  },
  {
    soort: 'pdf',
    cty: 'application/pdf',
    start: '%PDF-',
    before: '% handtekening: ',
    after: '\n',
    // A ZIP with a file has both marks. One mark occurs in a compressed font by chance, once in some 40,000
    // files.
    isForeign: (rest: string) =>
      /%PDF-|<html|<script|<!doctype/i.test(rest) || ['PK\x01\x02', 'PK\x05\x06'].every((mark) => rest.includes(mark)),
  },
] as const
type Vorm = (typeof VORMEN)[number]
const [IN_JSON, IN_PDF] = VORMEN

/**
 * True when text after the first byte could make a reader take the file for another PDF, ZIP or HTML
 * document.
 */
export function isAmbiguous({ isForeign }: Vorm, content: Uint8Array): boolean {
  return isForeign(Buffer.from(content).toString('latin1', 1))
}

/** Compressed bytes hold such text by chance, by estimate once in 400,000 files: `writePdf` then retries. */
export const isAmbiguousPdf = (pdf: Uint8Array) => isAmbiguous(IN_PDF, pdf)

type Wanted = { code: string; op: Date }
type Ctx = Pick<PublieksportaalContext, 'env' | 'db' | 'clock'>

/**
 * Signs a bewijs as JSON. Escapes `%` and `<`, so that no text of a person starts a PDF, HTML or PostScript.
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
 * Returns a detached JWS (RFC 7515, Appendix F) over the content before it, with `cty`, `code` and `iat`.
 *
 * Throws when the content could be read as another document. The escaping prevents that for typed text, and
 * `isAmbiguousPdf` is called before for a PDF.
 */
async function sign(ctx: Ctx, { content, vorm, code, op }: Wanted & { content: Uint8Array; vorm: Vorm }) {
  if (isAmbiguous(vorm, content)) throw new Error('A bewijs must not be readable as another document')
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

/** (r, n - s) is as valid as (r, s). Returns the one with the low s, so that a file has one signature. */
export function withLowS(signature: string): string {
  const hex = Buffer.from(signature, 'base64url').toString('hex')
  const [r, s] = [hex.slice(0, 64), BigInt(`0x${hex.slice(64)}`)]
  const low = s > ORDER / 2n ? ORDER - s : s
  return base64url.encode(Buffer.from(r + low.toString(16).padStart(64, '0'), 'hex'))
}
