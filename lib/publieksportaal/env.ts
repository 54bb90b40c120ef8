import { z } from 'zod'
import { encryptionKeys } from '#lib/platform/crypto/encryption.ts'
import { plausibleTokenHash } from '#lib/platform/crypto/hash-token.ts'
import { secret } from '#lib/platform/crypto/secret.ts'
import { ALWAYS, flag, list, parseEnv } from '#lib/platform/env.ts'
import { isLoopbackHost } from '#lib/platform/http/network.ts'
import { perProcess } from '#lib/platform/once.ts'
import { systemRules } from '#lib/platform/system-rules.ts'
import { bsnKeys } from './burger/bsn-keys.ts'
import { natsUrl } from './live/bus/nats-url.ts'
import { vapidPrivateKey } from './push/apparaat/vapid-key.ts'

/** Before the @ SMTP takes 64 characters (RFC 5321, 4.5.3.1.1), of which the code of a mail and a + need 49. */
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

const DEMO_ONLY = ['PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY', 'PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY'] as const
const VAPID = ['PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY', 'PUBLIEKSPORTAAL_VAPID_SUBJECT'] as const

/** Name of a claim, or else the path to one. */
const claim = (name: string) => z.string().min(1).default(name)

const schema = z
  .object({
    PUBLIEKSPORTAAL_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** where browsers and the zaaksysteem reach it, without path; the `aud` of webhook tokens is derived from it */
    PUBLIEKSPORTAAL_URL: z.url({ protocol: /^https?$/ }),
    /** whom senders of events may write to; stands in the description of the receiver */
    PUBLIEKSPORTAAL_API_CONTACT: z.email().optional(),
    /** keys of the hash of a BSN: the newest first, and behind it those that burgers are still found by */
    PUBLIEKSPORTAAL_BSN_HASH_KEY: bsnKeys,
    PUBLIEKSPORTAAL_AUTH_SECRET: secret,
    /** encrypt the secrets that it shares with its source, in the database */
    PUBLIEKSPORTAAL_ENCRYPTION_KEYS: encryptionKeys,
    /** the one source that may register: `source` of its events, `iss` of its tokens */
    PUBLIEKSPORTAAL_BRON: z.string().min(1).default('urn:nld:oin:00000099000000001000:systeem:zaaksysteem'),
    /** the DNS name that this source gives in WebHook-Request-Origin */
    PUBLIEKSPORTAAL_BRON_ORIGIN: z.string().regex(/^[a-z0-9.-]+$/i, 'must be a DNS name'),
    PUBLIEKSPORTAAL_BRON_JWKS_URL: z.url({ protocol: /^https?$/ }),
    /** base of the zaaksysteem's API, ending in /v1 */
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: z.url({ protocol: /^https?$/ }).regex(/\/v1$/, 'must end in /v1'),
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: z.string().min(32, 'needs at least 32 characters'),
    PUBLIEKSPORTAAL_OIDC_ISSUER: z.url().optional(),
    PUBLIEKSPORTAAL_OIDC_CLIENT_ID: z.string().optional(),
    PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: z.string().optional(),
    /** the scope of the sign-in; with it the broker must return the claim below */
    PUBLIEKSPORTAAL_OIDC_SCOPE: z.string().min(1).default('openid bsn'),
    /** `acr_values` to ask the broker for, the preferred one first, separated by commas; also what makes it tell the level */
    PUBLIEKSPORTAAL_OIDC_ACR_VALUES: list,
    /** values of `acr` that are enough, letter for letter; without it the broker decides how strong a sign-in must be */
    PUBLIEKSPORTAAL_OIDC_ACR_ACCEPTED: list,
    /** claim of the userinfo that holds the BSN */
    PUBLIEKSPORTAAL_OIDC_BSN_CLAIM: claim('bsn'),
    /** people can choose at the broker for whom they sign in: it offers DigiD Machtigen or eHerkenning */
    PUBLIEKSPORTAAL_OIDC_NAMENS: flag,
    /**
     * Claims of who signs in for another; the defaults are those of brokers for DigiD Machtigen and eHerkenning. The BSN of
     * who is acted for and the name, and the BSN of who acts
     */
    PUBLIEKSPORTAAL_OIDC_AANVRAGER_BSN_CLAIM: claim('aanvrager.bsn'),
    PUBLIEKSPORTAAL_OIDC_AANVRAGER_NAAM_CLAIM: claim('aanvrager.naam'),
    PUBLIEKSPORTAAL_OIDC_GEMACHTIGDE_BSN_CLAIM: claim('gemachtigde.bsn'),
    /** the KvK-nummer of the company and its name, the vestiging if it is for one, and the pseudonym of who acts */
    PUBLIEKSPORTAAL_OIDC_KVK_CLAIM: claim('urn:etoegang:core:LegalSubjectID'),
    PUBLIEKSPORTAAL_OIDC_BEDRIJFSNAAM_CLAIM: claim('urn:etoegang:1.9:attribute-represented:CompanyName'),
    PUBLIEKSPORTAAL_OIDC_VESTIGING_CLAIM: claim('urn:etoegang:1.9:ServiceRestriction:Vestigingsnr'),
    PUBLIEKSPORTAAL_OIDC_PSEUDONIEM_CLAIM: claim('urn:etoegang:core:ActingSubjectID'),
    /** sign-in of the portal's own beheerders: staff, so another identity provider than the citizens' */
    PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER: z.url().optional(),
    PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_ID: z.string().optional(),
    PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET: z.string().optional(),
    /** which of them have access: their `sub` at that identity provider, separated by commas */
    PUBLIEKSPORTAAL_BEHEERDERS: list,
    /** the mail server; without it citizens get no mail, and alerts show at /portaalbeheer only */
    PUBLIEKSPORTAAL_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    PUBLIEKSPORTAAL_MAIL_FROM: z.email().optional(),
    PUBLIEKSPORTAAL_BEHEERDER_MAIL: z.email().optional(),
    /** where a mail comes back that could not be delivered: what is behind a + in it must arrive there too */
    PUBLIEKSPORTAAL_BOUNCE_ADDRESS: bounceAddress.optional(),
    /** the mailbox of that address, which belongs to the portal alone: what it has read is deleted */
    PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: imapUrl.optional(),
    /** the key that push services know us by; without it nothing is pushed to devices */
    PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: vapidPrivateKey.optional(),
    /** where a push service can reach who runs this portal: `mailto:` or https */
    PUBLIEKSPORTAAL_VAPID_SUBJECT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
    /** hosts that pushes may go to, and what is below them: the push services of browsers, separated by commas */
    PUBLIEKSPORTAAL_PUSH_SERVICES: list.prefault(
      'fcm.googleapis.com,updates.push.services.mozilla.com,web.push.apple.com,notify.windows.com',
    ),
    /** a push service on this machine, with its port */
    PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY: z
      .url({ protocol: /^http$/, abort: true })
      .refine((url) => isLoopbackHost(new URL(url).hostname), 'must be of this machine')
      .optional(),
    /** NATS, which tells other processes of changes where NOTIFY is the limit */
    PUBLIEKSPORTAAL_LIVE_BUS: natsUrl.optional(),
    /** SHA-256 (hex) of the token that may read the portal's part of /api/metrics; without it that is not served */
    PUBLIEKSPORTAAL_METRICS_TOKEN_HASH: plausibleTokenHash.optional(),
    /** days after which refused deliveries go, and burgers without zaken who did not sign in */
    PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN: z.coerce.number().int().min(1).default(90),
    /** seconds in which changes go in one mail, and one push, instead of the minutes that they otherwise have */
    PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: z.coerce.number().int().min(1).optional(),
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
      calls: ['PUBLIEKSPORTAAL_BRON_JWKS_URL', 'PUBLIEKSPORTAAL_ZAAKSYSTEEM_API'],
    }),
    ALWAYS,
  )
  .superRefine((env, { addIssue }) => {
    const report = (variable: string, message: string) => addIssue({ code: 'custom', path: [variable], message })
    for (const variable of DEMO_ONLY)
      if (env[variable] && !env.DEMO) report(variable, 'is only allowed together with DEMO=1')
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

export type PublieksportaalEnv = z.infer<typeof schema>

/** Reads the portal's configuration; throws a ConfigurationError that lists every problem. */
export function readPublieksportaalEnv(source: Record<string, string | undefined>): PublieksportaalEnv {
  return parseEnv(schema, source)
}

/** The configuration of this process. */
export function publieksportaalEnv(): PublieksportaalEnv {
  // biome-ignore lint/style/noProcessEnv: the one place that reads it for the publieksportaal
  return perProcess('publieksportaal.env', () => readPublieksportaalEnv(process.env))
}

/** The only address that accepts events. The `aud` of a token must equal it to the letter. */
export function webhookUrl(env: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_URL'>): string {
  return new URL('/api/publieksportaal/webhooks', env.PUBLIEKSPORTAAL_URL).href
}

/** What citizens are mailed with; `undefined` when this portal mails nobody. */
export function mailServer(
  env: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_SMTP_URL' | 'PUBLIEKSPORTAAL_MAIL_FROM'>,
): { url: string; from: string } | undefined {
  const { PUBLIEKSPORTAAL_SMTP_URL: url, PUBLIEKSPORTAAL_MAIL_FROM: from } = env
  return url && from ? { url, from } : undefined
}

/** Where mails come back that could not be delivered; `undefined` when nobody reads that. */
export function bounceMailbox(
  env: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BOUNCE_ADDRESS' | 'PUBLIEKSPORTAAL_BOUNCE_IMAP_URL'>,
): { address: string; url: string } | undefined {
  const { PUBLIEKSPORTAAL_BOUNCE_ADDRESS: address, PUBLIEKSPORTAAL_BOUNCE_IMAP_URL: url } = env
  return address && url ? { address, url } : undefined
}

/** How push services know us (RFC 8292); `undefined` when this portal pushes nothing. */
export function vapid(
  env: Pick<PublieksportaalEnv, (typeof VAPID)[number]>,
): { subject: string; privateKey: string } | undefined {
  const { PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: privateKey, PUBLIEKSPORTAAL_VAPID_SUBJECT: subject } = env
  return privateKey && subject ? { subject, privateKey } : undefined
}
