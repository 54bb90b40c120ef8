import { createHmac, verify } from 'node:crypto'
import {
  SECRET_PREFIX,
  STANDARD_WEBHOOKS_HEADERS,
  STANDARD_WEBHOOKS_TOLERANCE_SECONDS,
  standardWebhooksContent,
} from '#lib/contract/standard-webhooks.ts'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'
import { type Bericht, findBody, findReformatted, NOT_KEPT } from './bericht.ts'
import { eventIdOf } from './check-event.ts'
import { compared, type Deel, failed, passed, type Stap, skipped, within } from './stap.ts'

const TIMESTAMP = /^[1-9]\d{0,10}$/
const MAX_SIGNATURES = 10

/** Standard Webhooks 1.0.0: with the secret (`v1`), or without it with the published key (`v1a`). */
export function checkStandardWebhooks(bericht: Bericht): Deel {
  const { headers, body, moment } = bericht
  const id = headers.get(STANDARD_WEBHOOKS_HEADERS.id) ?? ''
  const timestamp = headers.get(STANDARD_WEBHOOKS_HEADERS.timestamp) ?? ''
  const given = headers.get(STANDARD_WEBHOOKS_HEADERS.signature)
  if (id === '' || id.includes('.') || !TIMESTAMP.test(timestamp) || !given) {
    return { stappen: [failed('webhook_headers', { verwacht: Object.values(STANDARD_WEBHOOKS_HEADERS).join(', ') })] }
  }
  const signedAt = Number(timestamp)
  const eventId = eventIdOf(bericht)
  const contentOf = (bytes: Buffer) => standardWebhooksContent({ id, timestamp, body: bytes })
  const { stap, signed = Buffer.from(body) } = checkSignature(bericht, { given, contentOf })
  return {
    stappen: [
      passed('webhook_headers'),
      within('webhook_tijd', {
        moment,
        from: signedAt - STANDARD_WEBHOOKS_TOLERANCE_SECONDS,
        to: signedAt + STANDARD_WEBHOOKS_TOLERANCE_SECONDS,
      }),
      eventId === undefined
        ? skipped('webhook_event', 'geen_event')
        : compared('webhook_event', { verwacht: eventId, gevonden: id }),
      stap,
    ],
    getekend: { onderdeel: 'STANDARDWEBHOOKS', tekst: Buffer.from(contentOf(signed)).toString() },
  }
}

function checkSignature(
  { geheim, keys, body }: Bericht,
  { given, contentOf }: { given: string; contentOf(body: Buffer): Uint8Array },
): { stap: Stap; signed?: Buffer } {
  const naam = 'webhook_handtekening'
  if (given === NOT_KEPT) return { stap: skipped(naam, 'niet_bewaard') }
  const signatures = given.split(' ', MAX_SIGNATURES)
  const byVersion = (version: string) =>
    signatures.flatMap((each) =>
      each.startsWith(`${version},`) ? Buffer.from(each.slice(version.length + 1), 'base64') : [],
    )
  const secret = Buffer.from(geheim.startsWith(SECRET_PREFIX) ? geheim.slice(SECRET_PREFIX.length) : geheim, 'base64')
  const ed25519 = keys.flatMap(({ alg, key }) => (alg === 'Ed25519' && key ? [key] : []))
  if (geheim === '' && ed25519.length === 0) return { stap: failed(naam, { reden: 'sleutel_past_niet' }) }
  function holds(bytes: Buffer): boolean {
    const content = contentOf(bytes)
    if (geheim === '') {
      return byVersion('v1a').some((signature) => ed25519.some((key) => verify(null, content, key, signature)))
    }
    const expected = createHmac('sha256', secret).update(content).digest()
    return byVersion('v1').some((signature) => equalBytes(signature, expected))
  }
  const found = findBody(body, holds)
  if (found) return { stap: passed(naam, geheim === '' ? 'v1a' : 'v1'), signed: found }
  const reformatted = findReformatted(body, holds)
  if (reformatted) return { stap: failed(naam, { reden: 'opnieuw_opgemaakt' }), signed: reformatted }
  return { stap: failed(naam) }
}
