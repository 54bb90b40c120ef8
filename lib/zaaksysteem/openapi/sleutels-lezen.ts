import { z } from 'zod'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../api/operation.ts'
import { egressAddresses } from '../egress/egress-addresses.ts'
import { JWKS_MAX_AGE_SECONDS, publishedJwksFromMemory } from '../signing/published-jwks.ts'

const sleutel = z
  .looseObject({
    kid: z.string(),
    kty: z.enum(['EC', 'OKP', 'RSA']),
    use: z.literal('sig'),
    alg: z.string(),
    nbf: z.int().describe('It signs nothing before this, in seconds since 1970.'),
    exp: z
      .int()
      .optional()
      .describe('By then all of its signatures have expired, in seconds since 1970. The newest of an `alg` has none.'),
  })
  .meta({ id: 'Sleutel', description: 'A public key, with the members of its `kty` (RFC 7518 section 6, RFC 8037).' })

const sleutelset = z.object({ keys: z.array(sleutel) }).meta({ id: 'Sleutelset' })

const CACHE_CONTROL = `public, max-age=${JWKS_MAX_AGE_SECONDS}, stale-while-revalidate=${JWKS_MAX_AGE_SECONDS}`

export const sleutelsLezen = operation({
  on: 'GET /zaaksysteem/jwks.json',
  // The API rule for names in paths allows a dot in the first part only for openapi.
  below: { path: '/api', description: 'Keys have no version: those of all deliveries are at one address.' },
  id: 'sleutelsLezen',
  isFromMemory: true,
  tag: 'Beschrijving',
  summary: 'The keys that deliveries are signed with',
  description:
    'A JWK set (RFC 7517). Keys rotate without notice: keep it for ten minutes at most, and read it again, past every cache, when you do not know a `kid`; at most twice a minute, because anybody can make one up.',
  answers: {
    200: {
      description: 'The keys that sign, that will, and that made signatures which may still be valid.',
      headers: { 'Cache-Control': z.literal(CACHE_CONTROL) },
      schema: sleutelset,
      // the media type that many libraries request
      alternatives: { 'application/jwk-set+json': sleutelset },
      example: {
        keys: [
          {
            kid: 'es256-2026-11-9f3c1b70',
            use: 'sig',
            alg: 'ES256',
            kty: 'EC',
            crv: 'P-256',
            x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
            y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
            nbf: 1_795_687_800,
          },
        ],
      },
    },
  },
  async handle(ctx, { type }) {
    const headers = { 'Cache-Control': CACHE_CONTROL, 'Content-Type': type }
    return jsonResponse(await publishedJwksFromMemory(ctx), { headers })
  },
})

const prefix = z.union([
  z.strictObject({ ipv4Prefix: z.cidrv4().meta({ example: '203.0.113.8/32' }) }),
  z.strictObject({ ipv6Prefix: z.cidrv6().meta({ example: '2001:db8:7::/48' }) }),
])

const uitgaandeAdressen = z.object({ prefixes: z.array(prefix).min(1) }).meta({ id: 'UitgaandeAdressen' })

export const adressenLezen = operation({
  on: 'GET /zaaksysteem/adressen.json',
  // The API rule for names in paths allows a dot in the first part only for openapi.
  below: { path: '/api', description: 'Addresses have no version: those of all deliveries are at one address.' },
  id: 'adressenLezen',
  isFromMemory: true,
  tag: 'Beschrijving',
  summary: 'The addresses that deliveries and handshakes come from',
  description:
    'For a firewall, in the form that many senders use. It proves nothing of a message: verify its signature. They are what the operator states, so there is a 404 where nothing was stated.',
  answers: {
    200: {
      description: 'All networks that deliveries come from.',
      schema: uitgaandeAdressen,
      example: { prefixes: [{ ipv4Prefix: '203.0.113.8/32' }, { ipv6Prefix: '2001:db8:7::/48' }] },
    },
  },
  problems: {
    addresses_not_stated: { status: 404, detail: 'The operator did not state from which addresses messages come.' },
  },
  async handle(ctx, { refuse }) {
    const stated = egressAddresses(ctx.env)
    return stated ? jsonResponse(stated) : refuse('addresses_not_stated')
  },
})
