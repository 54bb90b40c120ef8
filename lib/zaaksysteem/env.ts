import { z } from 'zod'
import { flag, parseEnv } from '#lib/platform/env.ts'

const SHA256_HEX = /^[0-9a-f]{64}$/

const privateJwk = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().min(1),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})

/** A JSON text that must hold what `schema` says. */
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue('must be JSON')
        return z.NEVER
      }
    })
    .pipe(schema)

/** `name=<sha256 hex>,name=<sha256 hex>`: who may call the API. Tokens themselves are not configured, only hashes. */
const apiTokens = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim().split('=')))
  .pipe(z.array(z.tuple([z.string().min(1), z.string().regex(SHA256_HEX, 'needs name=<sha256 hex> entries')])))
  .transform((entries) => entries.map(([client, tokenHash]) => ({ client, tokenHash })))

const schema = z
  .object({
    ZAAKSYSTEEM_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** where browsers reach it, without path */
    ZAAKSYSTEEM_URL: z.url({ protocol: /^https?$/ }),
    /** `source` of its events and `iss` of its tokens */
    ZAAKSYSTEEM_SOURCE: z
      .string()
      .regex(/^urn:nld:[a-z0-9:.-]+$/i, 'must be a URN in the namespace nld')
      .default('urn:nld:oin:00000099000000001000:systeem:zaaksysteem'),
    /** DNS name that it gives in handshakes and deliveries (WebHook-Request-Origin) */
    ZAAKSYSTEEM_ORIGIN: z.string().regex(/^[a-z0-9.-]+$/i, 'must be a DNS name'),
    /** private JWK set; the first key signs, all are published */
    ZAAKSYSTEEM_SIGNING_KEYS: json(z.object({ keys: z.array(privateJwk).min(1) })),
    ZAAKSYSTEEM_API_TOKENS: apiTokens,
    ZAAKSYSTEEM_AUTH_SECRET: z.string().min(32, 'needs at least 32 characters'),
    ZAAKSYSTEEM_OIDC_ISSUER: z.url().optional(),
    ZAAKSYSTEEM_OIDC_CLIENT_ID: z.string().optional(),
    ZAAKSYSTEEM_OIDC_CLIENT_SECRET: z.string().optional(),
    ALLOW_PRIVATE_SINKS_DEMO_ONLY: flag,
    DEMO: flag,
    NODE_ENV: z.string().optional(),
  })
  .refine(
    (env) =>
      env.DEMO || (env.ZAAKSYSTEEM_OIDC_ISSUER && env.ZAAKSYSTEEM_OIDC_CLIENT_ID && env.ZAAKSYSTEEM_OIDC_CLIENT_SECRET),
    {
      path: ['ZAAKSYSTEEM_OIDC_ISSUER'],
      message: 'staff sign-in needs an OIDC issuer, client id and client secret (only DEMO=1 goes without)',
    },
  )
  .refine((env) => env.DEMO || !env.ALLOW_PRIVATE_SINKS_DEMO_ONLY, {
    path: ['ALLOW_PRIVATE_SINKS_DEMO_ONLY'],
    message: 'is only allowed together with DEMO=1',
  })

export type ZaaksysteemEnv = z.infer<typeof schema>

/** Reads the zaaksysteem's configuration; throws a ConfigurationError that lists every problem. */
export function readZaaksysteemEnv(source: Record<string, string | undefined>): ZaaksysteemEnv {
  return parseEnv(schema, source)
}
