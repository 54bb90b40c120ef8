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

/** SMTP allows 64 characters before the @ (RFC 5321, 4.5.3.1.1). A mail's code and the + take 49 of them. */
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
    PUBLIEKSPORTAAL_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL ≥ 14'),
    PUBLIEKSPORTAAL_URL: httpUrl.describe(
      'address for browsers and for the webhook, without path; the `aud` of webhook tokens is derived from it',
    ),
    PUBLIEKSPORTAAL_API_CONTACT: z
      .email()
      .optional()
      .describe('e-mail address for senders of events, in the description of the receiver'),
    PUBLIEKSPORTAAL_BSN_HASH_KEY: bsnKeys.describe(
      '32 random bytes, base64url; keys the hash of a BSN; in a rotation `new,old` ([how](operating/maintenance.md#encryption-keys))',
    ),
    PUBLIEKSPORTAAL_AUTH_SECRET: secret.describe('32 random bytes; encrypts the sign-in cookies'),
    PUBLIEKSPORTAAL_ENCRYPTION_KEYS: encryptionKeys.describe(
      '`id=<32 bytes in base64>,…`; the first encrypts secrets and personal data such as e-mail addresses, all decrypt',
    ),
    PUBLIEKSPORTAAL_BRON: text
      .default('urn:nld:oin:00000099000000001000:systeem:zaaksysteem')
      .describe('the one source that may register: `source` of its events, `iss` of its tokens'),
    PUBLIEKSPORTAAL_BRON_ORIGIN: z
      .string()
      .regex(/^[a-z0-9.-]+$/i, 'must be a DNS name')
      .describe('DNS name that this bron gives in `WebHook-Request-Origin`'),
    PUBLIEKSPORTAAL_BRON_JWKS_URL: httpUrl.describe('public keys of that bron'),
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: httpUrl
      .regex(/\/v1$/, 'must end in /v1')
      .describe('API to fetch zaken from; ends in `/v1`'),
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: z
      .string()
      .min(32, 'needs at least 32 characters')
      .describe('token for that API'),
    ...zgwVariables,
    PUBLIEKSPORTAAL_OIDC_ISSUER: z.url().optional().describe('broker for DigiD, DigiD Machtigen and eHerkenning'),
    PUBLIEKSPORTAAL_OIDC_CLIENT_ID: z.string().optional().describe('client id of the portal at that broker'),
    PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: z.string().optional().describe('secret of that client'),
    PUBLIEKSPORTAAL_OIDC_SCOPE: text
      .default('openid bsn')
      .describe('scope to request, so that the broker returns the BSN'),
    PUBLIEKSPORTAAL_OIDC_ACR_VALUES: list.describe(
      'levels (`acr_values`) to request, the preferred one first; also makes the broker return the level',
    ),
    PUBLIEKSPORTAAL_OIDC_ACR_ACCEPTED: list.describe(
      'accepted values of `acr`, compared exactly; without them the broker decides how strong a sign-in must be',
    ),
    PUBLIEKSPORTAAL_OIDC_BSN_CLAIM: claim('bsn').describe('claim of the userinfo with the BSN'),
    PUBLIEKSPORTAAL_OIDC_NAMENS: flag.describe(
      '`1`: the broker offers DigiD Machtigen or eHerkenning; without it no page offers to act for another',
    ),
    PUBLIEKSPORTAAL_OIDC_AANVRAGER_BSN_CLAIM: claim('aanvrager.bsn').describe(
      'DigiD Machtigen: the BSN of the represented person',
    ),
    PUBLIEKSPORTAAL_OIDC_AANVRAGER_NAAM_CLAIM: claim('aanvrager.naam').describe(
      'DigiD Machtigen: the name of the represented person',
    ),
    PUBLIEKSPORTAAL_OIDC_GEMACHTIGDE_BSN_CLAIM: claim('gemachtigde.bsn').describe(
      'DigiD Machtigen: the BSN of the gemachtigde',
    ),
    PUBLIEKSPORTAAL_OIDC_KVK_CLAIM: claim('urn:etoegang:core:LegalSubjectID').describe(
      'eHerkenning: the KvK-nummer of the company',
    ),
    PUBLIEKSPORTAAL_OIDC_BEDRIJFSNAAM_CLAIM: claim('urn:etoegang:1.9:attribute-represented:CompanyName').describe(
      'eHerkenning: the name of the company',
    ),
    PUBLIEKSPORTAAL_OIDC_VESTIGING_CLAIM: claim('urn:etoegang:1.9:ServiceRestriction:Vestigingsnr').describe(
      'eHerkenning: the vestiging, when the sign-in is for one',
    ),
    PUBLIEKSPORTAAL_OIDC_PSEUDONIEM_CLAIM: claim('urn:etoegang:core:ActingSubjectID').describe(
      'eHerkenning: the pseudonym of the person who acts',
    ),
    PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER: z
      .url()
      .optional()
      .describe('identity provider of the staff of the portal, different from that of citizens'),
    PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_ID: z.string().optional().describe('client id of the portal at that provider'),
    PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET: z.string().optional().describe('secret of that client'),
    PUBLIEKSPORTAAL_BEHEERDERS: list.describe(
      '`sub` of each person who may open `/portaalbeheer`, separated by commas',
    ),
    PUBLIEKSPORTAAL_SMTP_URL: z
      .url({ protocol: /^smtps?$/ })
      .optional()
      .describe('mail server; without it citizens get no mail, and alerts show at `/portaalbeheer` only'),
    PUBLIEKSPORTAAL_MAIL_FROM: z.email().optional().describe('sender of those mails'),
    PUBLIEKSPORTAAL_BEHEERDER_MAIL: z.email().optional().describe('recipient of the alerts'),
    PUBLIEKSPORTAAL_BOUNCE_ADDRESS: bounceAddress
      .optional()
      .describe(
        'address for bounced mail; mail to it with a suffix after a + must arrive there too ([how](operating/portal.md#mail-that-comes-back))',
      ),
    PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: imapUrl
      .optional()
      .describe(
        '`imaps://user:password@host`: the mailbox of that address, for the portal alone, which deletes each mail that it has read',
      ),
    PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: vapidPrivateKey
      .optional()
      .describe('private key that identifies the portal to push services; without it nothing is pushed'),
    PUBLIEKSPORTAAL_VAPID_SUBJECT: z
      .url({ protocol: /^(mailto|https)$/ })
      .optional()
      .describe('contact of the portal for push services: `mailto:` or https'),
    PUBLIEKSPORTAAL_PUSH_SERVICES: list
      .prefault('fcm.googleapis.com,updates.push.services.mozilla.com,web.push.apple.com,notify.windows.com')
      .describe(
        'push services of the browsers that the portal may call: hosts with their subdomains, separated by commas',
      ),
    PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY: z
      .url({ protocol: /^http$/, abort: true })
      .refine((url) => isLoopbackHost(new URL(url).hostname), 'must be of this machine')
      .optional()
      .describe('origin of a push service on this machine, over http'),
    PUBLIEKSPORTAAL_LIVE_BUS: natsUrl
      .optional()
      .describe(
        'NATS between the processes of the portal, instead of NOTIFY: `tls://user:password@host` (`nats://` on this machine)',
      ),
    PUBLIEKSPORTAAL_METRICS_TOKEN_HASH: plausibleTokenHash
      .optional()
      .describe(
        'SHA-256 (hex) of the token that may read its part of `/api/metrics`; without it that part is not served',
      ),
    PUBLIEKSPORTAAL_BEDENKTIJD_SECONDEN: whole(0, LONGEST_BEDENKTIJD_SECONDS)
      .default(LONGEST_BEDENKTIJD_SECONDS)
      .describe('seconds in which a citizen can take back a report; the zaaksysteem receives the report after that'),
    PUBLIEKSPORTAAL_BESTANDEN_MAP: text
      .default('.data/portaalbestanden')
      .describe('folder for the files of citizens, encrypted, until the zaaksysteem has them; all processes share it'),
    PUBLIEKSPORTAAL_S3_URL: httpUrl
      .optional()
      .describe('S3 bucket for those files instead, in path style, such as `https://s3.example.nl/portaal`'),
    PUBLIEKSPORTAAL_S3_REGION: text.default('us-east-1').describe('region of that bucket'),
    PUBLIEKSPORTAAL_S3_ACCESS_KEY_ID: text
      .optional()
      .describe('access key that may read, write and delete objects there, and list and abort uploads'),
    PUBLIEKSPORTAAL_S3_SECRET_ACCESS_KEY: text.optional().describe('secret of that access key'),
    PUBLIEKSPORTAAL_BESTAND_MAX_MB: whole(1, 2000)
      .default(50)
      .describe('size limit for a file of a citizen, in MiB; at most the limit of the zaaksysteem'),
    PUBLIEKSPORTAAL_ZAAK_MAX_MB: whole(1)
      .default(250)
      .describe('size limit for the files stored here for one zaak, in MiB; for one burger four times that'),
    PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN: whole(1)
      .default(90)
      .describe('days after which refusals are deleted, and burgers without zaken who did not sign in'),
    PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: whole(1)
      .optional()
      .describe('seconds in which changes are gathered into one mail or push, instead of three minutes'),
    PUBLIEKSPORTAAL_WEBHOOK_URL_DEMO_ONLY: z
      .url({ protocol: /^https?$/, abort: true })
      .refine((url) => isLoopbackHost(new URL(url).hostname), 'must be of this machine')
      .optional()
      .describe('address for events when it is not below `PUBLIEKSPORTAAL_URL`: the connection that the demo can cut'),
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
