import { hash, verify } from 'node:crypto'
import { z } from 'zod'
import { jwsSigningInput } from '#lib/contract/jws.ts'
import {
  WEBHOOK_TOKEN_ALGORITHM,
  WEBHOOK_TOKEN_MAX_AGE_SECONDS,
  WEBHOOK_TOKEN_TYPE,
  webhookTokenClaims,
} from '#lib/contract/webhook-token.ts'
import { type Bericht, findBody, findReformatted, NOT_KEPT, parseJson } from './bericht.ts'
import { eventIdOf } from './check-event.ts'
import { findKey } from './find-key.ts'
import { compared, type Deel, failed, passed, type Stap, skipped, within } from './stap.ts'

const CLOCK_TOLERANCE_SECONDS = 5
const TOKEN = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+|…)$/i

const text = z.string().optional().catch(undefined)
const joseHeader = z.object({ alg: text, typ: text, kid: text }).catch({})

/** The token that comes with every delivery but that of an ACCESSTOKEN. */
export function checkToken(bericht: Bericht): Deel {
  const { headers, keys, body, source, sink, moment } = bericht
  const [, header, payload, signature] = TOKEN.exec(headers.get('authorization') ?? '') ?? []
  if (!header || !payload || !signature) return { stappen: [failed('token')] }
  const signed = jwsSigningInput(header, payload)
  const stappen = [passed('token'), checkHeader(header), ...checkSignature({ header, signature, signed, keys })]
  const deel: Deel = { stappen, getekend: { onderdeel: 'token', tekst: signed } }

  const claims = webhookTokenClaims.safeParse(decoded(payload))
  if (!claims.success) {
    const gevonden = claims.error.issues.map(({ path }) => path.join('.')).join(', ')
    stappen.push(failed('token_claims', { gevonden }))
    return deel
  }
  const { iss, aud, iat, exp, sub, body_sha256: verwacht } = claims.data
  const period = { from: iat - CLOCK_TOLERANCE_SECONDS, to: exp + CLOCK_TOLERANCE_SECONDS }
  const lifetime = exp - iat
  const eventId = eventIdOf(bericht)
  stappen.push(
    passed('token_claims'),
    compared('token_afzender', { verwacht: source, gevonden: iss }),
    sink === '' ? skipped('token_geadresseerde', 'niet_gegeven') : checkAddressee({ sink, aud }),
    lifetime > WEBHOOK_TOKEN_MAX_AGE_SECONDS
      ? failed('token_tijd', { verwacht: `exp - iat ≤ ${WEBHOOK_TOKEN_MAX_AGE_SECONDS}`, gevonden: String(lifetime) })
      : within('token_tijd', { moment, ...period }),
    checkBody(body, verwacht),
    eventId === undefined
      ? skipped('token_event', 'geen_event')
      : compared('token_event', { verwacht: eventId, gevonden: sub }),
  )
  return deel
}

function checkAddressee({ sink, aud }: { sink: string; aud: string }): Stap {
  const stap = compared('token_geadresseerde', { verwacht: sink, gevonden: aud })
  return aud === `${sink}/` || sink === `${aud}/` ? { ...stap, reden: 'schuine_streep' } : stap
}

const sha256 = (bytes: Buffer) => hash('sha256', bytes, 'base64url')

function checkBody(body: string, verwacht: string): Stap {
  const holds = (bytes: Buffer) => sha256(bytes) === verwacht
  if (findBody(body, holds)) return passed('token_body', verwacht)
  const detail = { verwacht, gevonden: sha256(Buffer.from(body)) }
  return failed('token_body', findReformatted(body, holds) ? { ...detail, reden: 'opnieuw_opgemaakt' } : detail)
}

function checkHeader(encoded: string): Stap {
  const { alg, typ } = joseHeader.parse(decoded(encoded))
  return compared('token_header', {
    verwacht: `alg ${WEBHOOK_TOKEN_ALGORITHM}, typ ${WEBHOOK_TOKEN_TYPE}`,
    gevonden: `alg ${alg}, typ ${typ}`,
  })
}

function checkSignature(
  options: { header: string; signature: string; signed: string } & Pick<Bericht, 'keys'>,
): Stap[] {
  const { header, signature, signed, keys } = options
  const { kid } = joseHeader.parse(decoded(header))
  const { stap: sleutel, key } = findKey(keys, { naam: 'token_sleutel', kid, alg: WEBHOOK_TOKEN_ALGORITHM })
  if (signature === NOT_KEPT) return [sleutel, skipped('token_handtekening', 'niet_bewaard')]
  if (!key) return [sleutel]
  const holds = verify(
    'sha256',
    Buffer.from(signed),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  return [sleutel, holds ? passed('token_handtekening') : failed('token_handtekening')]
}

function decoded(part: string): unknown {
  return parseJson(Buffer.from(part, 'base64url').toString())
}
