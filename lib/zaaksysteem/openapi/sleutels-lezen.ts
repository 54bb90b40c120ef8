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
    nbf: z.int().describe('The key signs nothing before this time (Unix time in seconds).'),
    exp: z
      .int()
      .optional()
      .describe(
        'All signatures of the key have expired by this time (Unix time in seconds). Absent for the newest key of an `alg`.',
      ),
  })
  .meta({ id: 'Sleutel', description: 'A public key, with the members of its `kty` (RFC 7518 section 6, RFC 8037).' })

const sleutelset = z.object({ keys: z.array(sleutel) }).meta({ id: 'Sleutelset' })

const CACHE_CONTROL = `public, max-age=${JWKS_MAX_AGE_SECONDS}, stale-while-revalidate=${JWKS_MAX_AGE_SECONDS}`

export const sleutelsLezen = operation({
  on: 'GET /zaaksysteem/jwks.json',
  // The API rule for names in paths allows a dot in the first part only for openapi.
  below: { path: '/api', description: 'The keys have no version: all deliveries use one key set.' },
  id: 'sleutelsLezen',
  isFromMemory: true,
  tag: 'Beschrijving',
  summary: 'Get the keys that sign deliveries',
  description:
    'Returns a JWK set (RFC 7517). Keys rotate without notice, so cache the set for at most ten minutes. On an unknown `kid`, fetch the set again and bypass every cache, but at most twice a minute, because anybody can invent a `kid`.',
  answers: {
    200: {
      description: 'The keys that sign now or will sign, and earlier keys whose signatures may still be valid.',
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
  below: { path: '/api', description: 'The addresses have no version: all deliveries use one list.' },
  id: 'adressenLezen',
  isFromMemory: true,
  tag: 'Beschrijving',
  summary: 'Get the source addresses of deliveries and handshakes',
  description:
    'Returns networks for firewall rules, in a format that many senders use. A source address proves nothing about a message: verify its signature. The operator configures the list; without one the response is 404.',
  answers: {
    200: {
      description: 'All networks that deliveries come from.',
      schema: uitgaandeAdressen,
      example: { prefixes: [{ ipv4Prefix: '203.0.113.8/32' }, { ipv6Prefix: '2001:db8:7::/48' }] },
    },
  },
  problems: {
    addresses_not_stated: { status: 404, detail: 'The operator has not configured the source addresses.' },
  },
  async handle(ctx, { refuse }) {
    const stated = egressAddresses(ctx.env)
    return stated ? jsonResponse(stated) : refuse('addresses_not_stated')
  },
})
