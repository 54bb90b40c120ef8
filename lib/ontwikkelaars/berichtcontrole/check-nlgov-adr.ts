import { constants, hash, verify } from 'node:crypto'
import { jwsSigningInput } from '#lib/contract/jws.ts'
import {
  NLGOV_ADR_ALGORITHM,
  NLGOV_ADR_HEADER,
  nlgovAdrContent,
  nlgovAdrProtectedHeader,
} from '#lib/contract/nlgov-adr-signature.ts'
import { type Bericht, findBody, findReformatted, NOT_KEPT, parseJson } from './bericht.ts'
import { findKey } from './find-key.ts'
import { type Deel, failed, passed, type Stap, skipped, within } from './stap.ts'

const TOLERANCE_SECONDS = 300
const DETACHED = /^([\w-]+)\.\.([\w-]+|…)$/

/** The signature of the NLgov API Design Rules: over the protected header and the Digest. */
export function checkNlgovAdr(bericht: Bericht): Deel {
  const { headers, keys, moment } = bericht
  const given = headers.get(NLGOV_ADR_HEADER) ?? ''
  const body = checkDigest(bericht)
  // Of deliveries from before the protected header was kept, nothing is.
  if (given === NOT_KEPT) return { stappen: [skipped('adr_header', 'niet_bewaard'), body] }
  const [, encoded, signature] = DETACHED.exec(given) ?? []
  if (!encoded || !signature) return { stappen: [failed('adr_header'), body] }

  const digest = headers.get('digest') ?? ''
  const tekst = jwsSigningInput(encoded, nlgovAdrContent(digest))
  const getekend = { onderdeel: 'NLGOVADR', tekst } as const
  const header = nlgovAdrProtectedHeader.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString()))
  if (!header.success) return { stappen: [failed('adr_header'), body], getekend }
  const signedAt = 'iat' in header.data ? header.data.iat : Date.parse(header.data.sigT) / 1000
  const { kid } = header.data
  const { stap: sleutel, key } = findKey(keys, { naam: 'adr_sleutel', kid, alg: NLGOV_ADR_ALGORITHM })
  const stappen: Stap[] = [
    passed('adr_header'),
    within('adr_tijd', { moment, from: signedAt - TOLERANCE_SECONDS, to: signedAt + TOLERANCE_SECONDS }),
    body,
    sleutel,
  ]
  if (signature === NOT_KEPT) stappen.push(skipped('adr_handtekening', 'niet_bewaard'))
  else if (key) {
    const pss = {
      key,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    }
    const holds = verify('sha256', Buffer.from(tekst), pss, Buffer.from(signature, 'base64url'))
    stappen.push(holds ? passed('adr_handtekening') : failed('adr_handtekening'))
  }
  return { stappen, getekend }
}

function checkDigest({ headers, body }: Bericht): Stap {
  const verwacht = headers.get('digest') ?? ''
  const digestOf = (bytes: Buffer) => `SHA-256=${hash('sha256', bytes, 'base64')}`
  const holds = (bytes: Buffer) => verwacht === digestOf(bytes)
  if (findBody(body, holds)) return passed('adr_body', verwacht)
  const detail = { verwacht, gevonden: digestOf(Buffer.from(body)) }
  return failed('adr_body', findReformatted(body, holds) ? { ...detail, reden: 'opnieuw_opgemaakt' } : detail)
}
