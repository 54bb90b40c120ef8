import { Resolver } from 'node:dns'
import { z } from 'zod'
import { encryptionKeys } from '#lib/platform/crypto/encryption.ts'
import { plausibleTokenHash } from '#lib/platform/crypto/hash-token.ts'
import { secret } from '#lib/platform/crypto/secret.ts'
import { ALWAYS, flag, httpUrl, list, parseEnv, text, whole } from '#lib/platform/env.ts'
import { networks } from '#lib/platform/http/network.ts'
import { perProcess } from '#lib/platform/once.ts'
import { systemRules } from '#lib/platform/system-rules.ts'
import { readExtraCas } from './egress/extra-cas.ts'

/** The client name of abonnementen of the desk, which belong to all beheerders. */
export const BALIE = 'balie'

/** Prefix of the name of an API client that the authorization server knows; its `client_id` follows. */
export const OAUTH = 'oauth:'

export const API_SCOPES = [
  'zaken.lezen',
  /** the BSN of the aanvrager; needs zaken.lezen too */
  'zaken.bsn.lezen',
  'zaken.aanmaken',
  'zaken.statussen.toevoegen',
  'zaken.corrigeren',
  'zaken.heropenen',
  /** recording, correcting and withdrawing a besluit */
  'zaken.besluiten',
  /** sending and withdrawing a document */
  'zaken.documenten.toevoegen',
  /** the bytes of documents that the aanvrager may read */
  'zaken.documenten.lezen',
  /** all other documents and their bytes; not for a client that shows zaken to their aanvragers */
  'zaken.internedocumenten.lezen',
  /** also hervatten */
  'zaken.opschorten',
  'zaken.verlengen',
  /** recording an ingebrekestelling of the aanvrager */
  'zaken.ingebrekestellen',
  /** recording that an aanvraag was sent on to the authority that must handle it */
  'zaken.doorzenden',
  'zaken.verwijderen',
  /** asking for an aanvulling, and recording that it came */
  'zaken.aanvullen',
  /** passing on messages and questions of the aanvrager */
  'zaken.inzenden',
  /** reading questions of aanvragers, and answering them */
  'zaken.beantwoorden',
  /** assigning a zaak to a behandelaar or a team */
  'zaken.verdelen',
  /** making a zaak vertrouwelijk at the desk, and ending that */
  'zaken.vertrouwelijkheid',
  'gebeurtenissen.lezen',
  /** reporting how a change reached the citizen */
  'bewijzen.melden',
  /** its own abonnementen, and their bezorgingen */
  'abonnementen.beheren',
] as const

/** A permission of an API client; named as in the ZGW standards. */
export type ApiScope = (typeof API_SCOPES)[number]

const API_TOKEN = /^([^=]+)=([0-9a-f]{64}):(.+)$/

/** `zaken.lezen:APV-EVEN:OMG-KAP` limits a client to zaken of these zaaktypen. */
const ZAKEN_LEZEN = /(^|\+)zaken\.lezen:([^+]*)/

export const zaaktype = z.string().regex(/^[\w-]+$/)

/**
 * The API clients: `name=<sha256 hex>:<scope>+<scope>,name=…`. Only hashes of their tokens are configured. A
 * token without a scope is refused as a mistake. The zaaktypen after `zaken.lezen` limit acts too.
 */
const apiTokens = z
  .string()
  .transform((text, { addIssue }) =>
    text.split(',').map((entry) => {
      const [, client = '', tokenHash = '', list = ''] = API_TOKEN.exec(entry.trim()) ?? []
      const scopes = z.array(z.enum(API_SCOPES)).safeParse(list.replace(ZAKEN_LEZEN, '$1zaken.lezen').split('+'))
      const only = z.array(zaaktype).optional().safeParse(ZAKEN_LEZEN.exec(list)?.[2]?.split(':'))
      if (scopes.success && only.success) return { client, tokenHash, scopes: scopes.data, zaaktypen: only.data }
      addIssue(
        `needs name=<sha256 hex>:<scope>+<scope> entries, with scopes of ${API_SCOPES.join(', ')}, and after zaken.lezen ` +
          'none or some zaaktypen, each after a colon',
      )
      return z.NEVER
    }),
  )
  .refine(
    (clients) => clients.every(({ client }) => client !== BALIE),
    `"${BALIE}" is what abonnementen of the desk are kept under`,
  )
  .refine(
    (clients) => clients.every(({ client }) => !client.startsWith(OAUTH)),
    `"${OAUTH}" begins the names of clients of the authorization server`,
  )
  .refine(
    (clients) => clients.every(({ tokenHash }) => plausibleTokenHash.safeParse(tokenHash).success),
    'needs hashes of random tokens',
  )
  .refine(
    (clients) => new Set(clients.map(({ tokenHash }) => tokenHash)).size === clients.length,
    'has the hash of one token twice',
  )

const dnsServers = list.refine((servers) => {
  try {
    new Resolver().setServers(servers)
    return true
  } catch {
    return false
  }
}, 'must be IP addresses, each with a port or not, separated by commas')

function holdsCas(file: string): boolean {
  try {
    return readExtraCas(file).length > 0
  } catch {
    return false
  }
}

export const zaaksysteemEnvSchema = z
  .object({
    ZAAKSYSTEEM_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL ≥ 14'),
    ZAAKSYSTEEM_URL: httpUrl.describe('address for browsers, without path'),
    ZAAKSYSTEEM_SOURCE: z
      .string()
      .regex(/^urn:nld:[a-z0-9:.-]+$/i, 'must be a URN in the namespace nld')
      .default('urn:nld:oin:00000099000000001000:systeem:zaaksysteem')
      .describe('URN: `source` of its events and `iss` of its tokens'),
    ZAAKSYSTEEM_ORIGIN: z
      .string()
      .regex(/^[a-z0-9.-]+$/i, 'must be a DNS name')
      .describe('DNS name that it gives in handshakes and bezorgingen (`WebHook-Request-Origin`)'),
    ZAAKSYSTEEM_API_TOKENS: apiTokens
      .default([])
      .describe(
        '`name=<sha256 hex>:<scope>+<scope>,…`: API clients beside those that a beheerder registers at the desk ([scopes](operating/receivers.md#api-clients))',
      ),
    ZAAKSYSTEEM_OAUTH_ISSUER: z.url().optional().describe('authorization server whose access tokens open the API too'),
    ZAAKSYSTEEM_OAUTH_AUDIENCE: text.optional().describe('`aud` of those tokens; without it the address of the API'),
    ZAAKSYSTEEM_API_CONTACT: z
      .email()
      .optional()
      .describe('e-mail address for developers, in the description of the API'),
    ZAAKSYSTEEM_AUTH_SECRET: secret.describe(
      '32 random bytes; encrypts the sign-in cookies of behandelaars and suppliers',
    ),
    ZAAKSYSTEEM_ENCRYPTION_KEYS: encryptionKeys.describe(
      '`id=<32 bytes in base64>,…`; the first encrypts secrets and signing keys in the database, all decrypt',
    ),
    ZAAKSYSTEEM_INTERNE_NETWERKEN: networks.describe(
      'addresses or CIDR of internal networks that sinks may be in, such as 10.20.0.0/16',
    ),
    ZAAKSYSTEEM_EGRESS_PROXY: httpUrl
      .optional()
      .describe('http(s) proxy through which sinks are reached, not those over NATS'),
    ZAAKSYSTEEM_EGRESS_ADDRESSES: networks.describe(
      'addresses or CIDR that sinks are called from, which `/ontwikkelaars/bezorgen` shows to receivers: those of the proxy, if there is one',
    ),
    ZAAKSYSTEEM_EXTRA_CA_FILE: z
      .string()
      .refine(holdsCas, 'must be a file with certificates in PEM')
      .optional()
      .describe('file with further certificate authorities (PEM) that sinks may be signed by'),
    ZAAKSYSTEEM_DNS_SERVERS: dnsServers.describe(
      'DNS servers for the names of sinks: addresses, with a port or not; without them those of the machine',
    ),
    ZAAKSYSTEEM_FORMULIERHOSTS: list
      .refine((hosts) => hosts.every((host) => /^[a-z0-9.-]+$/.test(host)), 'must be DNS names, separated by commas')
      .describe(
        'DNS names of the forms that an aanvulling may lead to, such as formulieren.gemeente.nl; without them it leads to none',
      ),
    ZAAKSYSTEEM_SMTP_URL: z
      .url({ protocol: /^smtps?$/ })
      .optional()
      .describe('mail server for alerts and signaleringen; without it they show at the desk only'),
    ZAAKSYSTEEM_MAIL_FROM: z.email().optional().describe('sender of those mails'),
    ZAAKSYSTEEM_BEHEERDER_MAIL: z.email().optional().describe('who gets the alerts'),
    ZAAKSYSTEEM_METRICS_TOKEN_HASH: plausibleTokenHash
      .optional()
      .describe('SHA-256 (hex) of the token that may read `/api/metrics`; without it there are no metrics'),
    ZAAKSYSTEEM_WORKER_METRICS_PORT: whole(1, 65_535)
      .optional()
      .describe('port on which the worker serves `/api/metrics`'),
    ZAAKSYSTEEM_WORKER_METRICS_HOST: z
      .union([z.ipv4(), z.ipv6()], 'must be an IP address')
      .default('127.0.0.1')
      .describe('address that it listens on there; a scraper on another machine needs another one'),
    ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN: whole(1)
      .default(90)
      .describe('days after which attempts, delivered bodies and bulkopdrachten are purged'),
    ZAAKSYSTEEM_BESTANDEN_MAP: text
      .default('.data/bestanden')
      .describe('folder in which the bytes of documents lie, encrypted; all processes reach the same one'),
    ZAAKSYSTEEM_S3_URL: httpUrl
      .optional()
      .describe('bucket of an S3 to put them in instead, in path style, such as `https://s3.example.nl/bestanden`'),
    ZAAKSYSTEEM_S3_REGION: text.default('us-east-1').describe('region of that bucket'),
    ZAAKSYSTEEM_S3_ACCESS_KEY_ID: text
      .optional()
      .describe('who reads, writes and removes there, and lists and aborts uploads'),
    ZAAKSYSTEEM_S3_SECRET_ACCESS_KEY: text.optional().describe('the secret of that one'),
    ZAAKSYSTEEM_BESTAND_MAX_MB: whole(1, 2000).default(200).describe('how large a document may be, in MiB'),
    ZAAKSYSTEEM_ZAAK_MAX_MB: whole(1)
      .default(2000)
      .describe('how large the documents of a zaak may be together, in MiB'),
    ZAAKSYSTEEM_CLAMD: z
      .union(
        [
          z
            .string()
            .startsWith('/')
            .transform((path) => ({ path })),
          z
            .string()
            .regex(/^[a-z0-9.-]+:\d{1,5}$/i)
            .transform((text) => ({ host: text.split(':')[0] as string, port: Number(text.split(':')[1]) })),
        ],
        'must be the path of a socket, or host:port',
      )
      .optional()
      .describe(
        'virus scanner: socket of clamd, or its host:port; without it the desk says of each document that nobody looked for viruses',
      ),
    ZAAKSYSTEEM_VERWERKINGSACTIVITEIT: z
      .url()
      .optional()
      .describe(
        'URI of the handling of zaken in the register of verwerkingsactiviteiten, for the audittrail; without it a URN below `ZAAKSYSTEEM_SOURCE`',
      ),
    ZAAKSYSTEEM_OIDC_ISSUER: z.url().optional().describe('identity provider of the staff'),
    ZAAKSYSTEEM_OIDC_CLIENT_ID: z.string().optional().describe('what that provider knows the zaaksysteem by'),
    ZAAKSYSTEEM_OIDC_CLIENT_SECRET: z.string().optional().describe('secret of that client'),
    ZAAKSYSTEEM_OIDC_SCOPE: text
      .default('openid profile email')
      .describe('what to ask it for, so that it gives the claims below; the e-mail address is for signaleringen'),
    ZAAKSYSTEEM_OIDC_ROLLEN_CLAIM: text
      .default('roles')
      .describe('claim of the id token or the userinfo with the roles: a name, or a path such as realm_access.roles'),
    ZAAKSYSTEEM_OIDC_NAAM_CLAIM: text.default('name').describe('claim with the name, or a path to it'),
    ZAAKSYSTEEM_OIDC_TEAM_CLAIM: text.default('team').describe('claim with the team, or a path to it'),
    ALLOW_PRIVATE_SINKS_DEMO_ONLY: flag.describe('`1`: sinks on this machine, over http'),
    ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY: text
      .optional()
      .describe('token of an API client that `/ontwikkelaars` shows to everybody'),
    DEMO: flag,
    NODE_ENV: z.string().optional(),
  })
  .superRefine(
    systemRules({
      prefix: 'ZAAKSYSTEEM',
      signIns: { ZAAKSYSTEEM_OIDC: 'staff sign-in' },
      calls: ['ZAAKSYSTEEM_OAUTH_ISSUER', 'ZAAKSYSTEEM_S3_URL'],
    }),
    ALWAYS,
  )

export type ZaaksysteemEnv = z.infer<typeof zaaksysteemEnvSchema>

/** Reads the zaaksysteem's configuration; throws a ConfigurationError that lists every problem. */
export function readZaaksysteemEnv(source: Record<string, string | undefined>): ZaaksysteemEnv {
  return parseEnv(zaaksysteemEnvSchema, source)
}

/** The audience that an access token for the API must have. */
export function oauthAudience(env: ZaaksysteemEnv): string {
  return env.ZAAKSYSTEEM_OAUTH_AUDIENCE ?? `${env.ZAAKSYSTEEM_URL}/api/zaaksysteem/v1`
}

/** The configuration of this process. */
export function zaaksysteemEnv(): ZaaksysteemEnv {
  // biome-ignore lint/style/noProcessEnv: the one place where the zaaksysteem reads it
  return perProcess('zaaksysteem.env', () => readZaaksysteemEnv(process.env))
}
