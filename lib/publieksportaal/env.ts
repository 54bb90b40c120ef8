import { z } from 'zod'
import { encryptionKeys } from '#lib/platform/crypto/encryption.ts'
import { plausibleTokenHash } from '#lib/platform/crypto/hash-token.ts'
import { secret } from '#lib/platform/crypto/secret.ts'
import { ALWAYS, flag, httpUrl, list, parseEnv, text, whole } from '#lib/platform/env.ts'
import { isLoopbackHost } from '#lib/platform/http/network.ts'
import { perProcess } from '#lib/platform/once.ts'
import { systemRules } from '#lib/platform/system-rules.ts'
import { bsnKeys } from './burger/bsn-keys.ts'
import { natsUrl } from './live/bus/nats-url.ts'
import { LONGEST_BEDENKTIJD_SECONDS } from './outbox/wachtrijen.ts'
import { vapidPrivateKey } from './push/apparaat/vapid-key.ts'
import { ZGW_CALLS, zgwRules, zgwVariables } from './zgw/zgw-env.ts'

/** SMTP allows 64 characters before the @ (RFC 5321, 4.5.3.1.1); the + and the code of a mail take 49. */
const MAX_LOCAL = 15

const bounceAddress = z
  .email()
  .refine((address) => !address.includes('+'), 'must have no +: what comes behind it is different for each mail')
  .refine((address) => address.indexOf('@') <= MAX_LOCAL, `must have at most ${MAX_LOCAL} characters before the @`)

/** The address of a mailbox, with a user and password before the host. */
const imapUrl = z
  .url({ protocol: /^imaps?$/, hostname: /./, abort: true })
  .refine(isMailbox, 'must have user:password@ before the host, with %40 for an @ in it, and nothing behind the port')

function isMailbox(url: string): boolean {
  const { pathname, search, hash, username, password } = new URL(url)
  if (username === '' || password === '' || !['', '/'].includes(pathname) || search !== '' || hash !== '') return false
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}

const VAPID = ['PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY', 'PUBLIEKSPORTAAL_VAPID_SUBJECT'] as const

/** The name of a claim, or the path to it. */
const claim = (name: string) => text.default(name)

export const publieksportaalEnvSchema = z
  .object({
    PUBLIEKSPORTAAL_DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/ })
      .describe('connection string of PostgreSQL ≥ 14'),
    PUBLIEKSPORTAAL_URL: httpUrl.describe(
      'base URL for browsers and the webhook, without path; the `aud` of webhook tokens is derived from it',
    ),
    PUBLIEKSPORTAAL_API_CONTACT: z
      .email()
      .optional()
      .describe('e-mail address for senders of events, in the OpenAPI document of the receiver'),
    PUBLIEKSPORTAAL_BSN_HASH_KEY: bsnKeys.describe(
      '32 random bytes in base64url, the key of the hashes of BSNs; `new,old` during a rotation ([how](operating/maintenance.md#encryption-keys))',
    ),
    PUBLIEKSPORTAAL_AUTH_SECRET: secret.describe('32 random bytes; encrypts the sign-in cookies'),
    PUBLIEKSPORTAAL_ENCRYPTION_KEYS: encryptionKeys.describe(
      '`id=<32 bytes in base64>,…`; the first encrypts addresses and secrets in the database, all can decrypt',
    ),
    PUBLIEKSPORTAAL_BRON: text
      .default('urn:nld:oin:00000099000000001000:systeem:zaaksysteem')
      .describe('the only source that may register: `source` of its events, `iss` of its tokens'),
    PUBLIEKSPORTAAL_BRON_ORIGIN: z
      .string()
      .regex(/^[a-z0-9.-]+$/i, 'must be a DNS name')
      .describe('DNS name that this bron sends in `WebHook-Request-Origin`'),
    PUBLIEKSPORTAAL_BRON_JWKS_URL: httpUrl.describe('URL of the public keys of that bron'),
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: httpUrl
      .regex(/\/v1$/, 'must end in /v1')
      .describe('URL of the API to fetch zaken from; ends in `/v1`'),
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: z
      .string()
      .min(32, 'needs at least 32 characters')
      .describe('token for that API'),
    ...zgwVariables,
    PUBLIEKSPORTAAL_OIDC_ISSUER: z.url().optional().describe('broker for DigiD, DigiD Machtigen and eHerkenning'),
    PUBLIEKSPORTAAL_OIDC_CLIENT_ID: z.string().optional().describe('client id of the portal at that broker'),
    PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: z.string().optional().describe('secret of that client'),
    PUBLIEKSPORTAAL_OIDC_SCOPE: text.default('openid bsn').describe('scopes to request, for the claim with the BSN'),
    PUBLIEKSPORTAAL_OIDC_ACR_VALUES: list.describe(
      'assurance levels to request (`acr_values`), the preferred one first; this also makes the broker return the level',
    ),
    PUBLIEKSPORTAAL_OIDC_ACR_ACCEPTED: list.describe(
      'accepted values of `acr`, compared exactly; without them the broker decides which level suffices',
    ),
    PUBLIEKSPORTAAL_OIDC_BSN_CLAIM: claim('bsn').describe('claim of the userinfo with the BSN'),
    PUBLIEKSPORTAAL_OIDC_NAMENS: flag.describe(
      '`1`: the broker offers DigiD Machtigen or eHerkenning; without it no page mentions representation',
    ),
    PUBLIEKSPORTAAL_OIDC_AANVRAGER_BSN_CLAIM: claim('aanvrager.bsn').describe(
      'DigiD Machtigen: BSN of the represented person',
    ),
    PUBLIEKSPORTAAL_OIDC_AANVRAGER_NAAM_CLAIM: claim('aanvrager.naam').describe(
      'DigiD Machtigen: name of the represented person',
    ),
    PUBLIEKSPORTAAL_OIDC_GEMACHTIGDE_BSN_CLAIM: claim('gemachtigde.bsn').describe(
      'DigiD Machtigen: BSN of the gemachtigde',
    ),
    PUBLIEKSPORTAAL_OIDC_KVK_CLAIM: claim('urn:etoegang:core:LegalSubjectID').describe(
      'eHerkenning: KvK-nummer of the company',
    ),
    PUBLIEKSPORTAAL_OIDC_BEDRIJFSNAAM_CLAIM: claim('urn:etoegang:1.9:attribute-represented:CompanyName').describe(
      'eHerkenning: name of the company',
    ),
    PUBLIEKSPORTAAL_OIDC_VESTIGING_CLAIM: claim('urn:etoegang:1.9:ServiceRestriction:Vestigingsnr').describe(
      'eHerkenning: vestigingsnummer, when the sign-in is for one vestiging',
    ),
    PUBLIEKSPORTAAL_OIDC_PSEUDONIEM_CLAIM: claim('urn:etoegang:core:ActingSubjectID').describe(
      'eHerkenning: pseudonym of the person who signs in',
    ),
    PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER: z
      .url()
      .optional()
      .describe('identity provider of the staff of the portal; not the broker of citizens'),
    PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_ID: z.string().optional().describe('client id of the portal at that provider'),
    PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET: z.string().optional().describe('secret of that client'),
    PUBLIEKSPORTAAL_BEHEERDERS: list.describe(
      '`sub` of each beheerder, who may open `/portaalbeheer`, separated by commas',
    ),
    PUBLIEKSPORTAAL_SMTP_URL: z
      .url({ protocol: /^smtps?$/ })
      .optional()
      .describe('mail server; without it citizens get no mail, and alerts are only shown at `/portaalbeheer`'),
    PUBLIEKSPORTAAL_MAIL_FROM: z.email().optional().describe('sender address of those mails'),
    PUBLIEKSPORTAAL_BEHEERDER_MAIL: z.email().optional().describe('recipient of the alerts'),
    PUBLIEKSPORTAAL_BOUNCE_ADDRESS: bounceAddress
      .optional()
      .describe(
        'return address for bounces; the mailbox must also accept it with a + and a suffix before the @ ([how](operating/portal.md#mail-that-comes-back))',
      ),
    PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: imapUrl
      .optional()
      .describe(
        '`imaps://user:password@host`: mailbox of that address, used by the portal only, because it deletes what it has read',
      ),
    PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: vapidPrivateKey
      .optional()
      .describe('key that identifies the portal at push services; without it nothing is pushed'),
    PUBLIEKSPORTAAL_VAPID_SUBJECT: z
      .url({ protocol: /^(mailto|https)$/ })
      .optional()
      .describe('contact of the operator for push services: `mailto:` or https'),
    PUBLIEKSPORTAAL_PUSH_SERVICES: list
      .prefault('fcm.googleapis.com,updates.push.services.mozilla.com,web.push.apple.com,notify.windows.com')
      .describe(
        'allowed hosts of push services, with their subdomains, separated by commas; by default those of the browsers',
      ),
    PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY: z
      .url({ protocol: /^http$/, abort: true })
      .refine((url) => isLoopbackHost(new URL(url).hostname), 'must be of this machine')
      .optional()
      .describe('origin of a push service on this machine, over http'),
    PUBLIEKSPORTAAL_LIVE_BUS: natsUrl
      .optional()
      .describe(
        'NATS server that replaces NOTIFY between its processes: `tls://user:password@host` (`nats://` on this machine)',
      ),
    PUBLIEKSPORTAAL_METRICS_TOKEN_HASH: plausibleTokenHash
      .optional()
      .describe('SHA-256 (hex) of the token for its part of `/api/metrics`; without it that part is not served'),
    PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN: whole(0, LONGEST_BEDENKTIJD_SECONDS)
      .default(LONGEST_BEDENKTIJD_SECONDS)
      .describe('how long a citizen can take back an inzending; only then is it sent to the zaaksysteem'),
    PUBLIEKSPORTAAL_BESTANDEN_MAP: text
      .default('.data/portaalbestanden')
      .describe('folder for encrypted files of citizens until the zaaksysteem has them, shared by all processes'),
    PUBLIEKSPORTAAL_S3_URL: httpUrl
      .optional()
      .describe('S3 bucket to use instead, in path style, such as `https://s3.example.nl/portaal`'),
    PUBLIEKSPORTAAL_S3_REGION: text.default('us-east-1').describe('region of that bucket'),
    PUBLIEKSPORTAAL_S3_ACCESS_KEY_ID: text
      .optional()
      .describe('access key, with rights to read, write and delete objects, and to list and abort uploads'),
    PUBLIEKSPORTAAL_S3_SECRET_ACCESS_KEY: text.optional().describe('secret of that access key'),
    PUBLIEKSPORTAAL_BESTAND_MAX_MB: whole(1, 2000)
      .default(50)
      .describe('maximum size of a file of a citizen, in MiB; at most that of the zaaksysteem'),
    PUBLIEKSPORTAAL_ZAAK_MAX_MB: whole(1)
      .default(250)
      .describe('maximum size of all files here for one zaak, in MiB; for one burger four times as much'),
    PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN: whole(1)
      .default(90)
      .describe('days after which refusals are deleted, and burgers without zaken who did not sign in'),
    PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: whole(1)
      .optional()
      .describe('seconds over which changes are combined in one mail or push, instead of three minutes'),
    PUBLIEKSPORTAAL_WEBHOOK_URL_DEMO_ONLY: z
      .url({ protocol: /^https?$/, abort: true })
      .refine((url) => isLoopbackHost(new URL(url).hostname), 'must be of this machine')
      .optional()
      .describe('webhook address when it is not below `PUBLIEKSPORTAAL_URL`: the line that the demo can break'),
    DEMO: flag,
    NODE_ENV: z.string().optional(),
  })
  .superRefine(
    systemRules({
      prefix: 'PUBLIEKSPORTAAL',
      signIns: {
        PUBLIEKSPORTAAL_OIDC: "the citizens' sign-in",
        PUBLIEKSPORTAAL_BEHEER_OIDC: 'the sign-in of beheerders',
      },
      calls: [
        'PUBLIEKSPORTAAL_BRON_JWKS_URL',
        'PUBLIEKSPORTAAL_ZAAKSYSTEEM_API',
        'PUBLIEKSPORTAAL_S3_URL',
        ...ZGW_CALLS,
      ],
    }),
    ALWAYS,
  )
  .superRefine(zgwRules, ALWAYS)
  .superRefine((env, { addIssue }) => {
    const report = (variable: string, message: string) => addIssue({ code: 'custom', path: [variable], message })
    const [missing, ...others] = VAPID.filter((variable) => !env[variable])
    if (missing && others.length === 0) report(missing, 'is needed too: both variables of VAPID, or none')
  }, ALWAYS)
  .superRefine((env, { addIssue }) => {
    const needed = [
      'PUBLIEKSPORTAAL_BOUNCE_ADDRESS',
      'PUBLIEKSPORTAAL_BOUNCE_IMAP_URL',
      'PUBLIEKSPORTAAL_SMTP_URL',
    ] as const
    const [address, url] = needed.map((variable) => env[variable])
    if (!address && !url) return
    for (const variable of needed.filter((variable) => !env[variable])) {
      addIssue({ code: 'custom', path: [variable], message: 'is needed to read what comes back, with the others' })
    }
  }, ALWAYS)

export type PublieksportaalEnv = z.infer<typeof publieksportaalEnvSchema>

/** Reads the portal's configuration; throws a ConfigurationError that lists every problem. */
export function readPublieksportaalEnv(source: Record<string, string | undefined>): PublieksportaalEnv {
  return parseEnv(publieksportaalEnvSchema, source)
}

export function publieksportaalEnv(): PublieksportaalEnv {
  // biome-ignore lint/style/noProcessEnv: the one place that reads it for the publieksportaal
  return perProcess('publieksportaal.env', () => readPublieksportaalEnv(process.env))
}

/** Returns the only address that accepts events. The `aud` of a token must equal it exactly. */
export function webhookUrl(
  env: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_URL' | 'PUBLIEKSPORTAAL_WEBHOOK_URL_DEMO_ONLY'>,
): string {
  const { PUBLIEKSPORTAAL_URL, PUBLIEKSPORTAAL_WEBHOOK_URL_DEMO_ONLY } = env
  return PUBLIEKSPORTAAL_WEBHOOK_URL_DEMO_ONLY ?? new URL('/api/publieksportaal/webhooks', PUBLIEKSPORTAAL_URL).href
}

/** Returns the mail server and sender; `undefined` when this portal sends no mail. */
export function mailServer(
  env: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_SMTP_URL' | 'PUBLIEKSPORTAAL_MAIL_FROM'>,
): { url: string; from: string } | undefined {
  const { PUBLIEKSPORTAAL_SMTP_URL: url, PUBLIEKSPORTAAL_MAIL_FROM: from } = env
  return url && from ? { url, from } : undefined
}

/** Returns the mailbox for bounces; `undefined` when bounces are not read. */
export function bounceMailbox(
  env: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BOUNCE_ADDRESS' | 'PUBLIEKSPORTAAL_BOUNCE_IMAP_URL'>,
): { address: string; url: string } | undefined {
  const { PUBLIEKSPORTAAL_BOUNCE_ADDRESS: address, PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: url } = env
  return address && url ? { address, url } : undefined
}

/** Returns our identity for push services (RFC 8292); `undefined` when this portal sends no pushes. */
export function vapid(
  env: Pick<PublieksportaalEnv, (typeof VAPID)[number]>,
): { subject: string; privateKey: string } | undefined {
  const { PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: privateKey, PUBLIEKSPORTAAL_VAPID_SUBJECT: subject } = env
  return privateKey && subject ? { subject, privateKey } : undefined
}
