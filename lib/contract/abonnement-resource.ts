import { z } from 'zod'
import { abonnementFilters, storedFilters } from './abonnement-filters.ts'
import { EVENT_TYPES, VOORVAL_TYPES } from './event-types.ts'
import { line } from './text.ts'

/**
 * The authentication method of an abonnement's bezorgingen. A receiver takes it from its own configuration
 * and never from the request. Otherwise a request without its signature would pass as one of a weaker type.
 */
export const credentialtype = z.enum(['JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'])
export type Credentialtype = z.infer<typeof credentialtype>

/** The content mode of a request: CloudEvents HTTP binding, sections 3.2, 3.1 and 3.3. */
export const contentmodus = z.enum(['structured', 'binary', 'batch'])
export type Contentmodus = z.infer<typeof contentmodus>

/** The transport of events; names as in the CloudEvents subscriptions specification. */
const protocol = z.enum(['HTTP', 'NATS'])
export type Protocol = z.infer<typeof protocol>

/**
 * The credentialtypes for binary mode, in which attributes are `ce-*` headers that the other types do not
 * sign. ACCESSTOKEN never signs anything.
 */
const FIT_FOR_BINARY: ReadonlySet<Credentialtype> = new Set(['ACCESSTOKEN', 'HTTPMESSAGESIGNATURES'])

/**
 * True when this contentmodus is allowed. Over HTTP the credentialtype must protect as much of an event in it
 * as in the other modes. A NATS message holds one event (CloudEvents NATS binding, section 1.3), so NATS has
 * no batch. There the token in binary mode covers only the payload and the event's id: the reader has to
 * trust the stream for the other attributes.
 */
export function fits({
  protocol = 'HTTP',
  credentialtype,
  contentmodus,
}: {
  protocol?: Protocol
  credentialtype: Credentialtype
  contentmodus: Contentmodus
}): boolean {
  if (protocol === 'NATS') return contentmodus !== 'batch'
  return contentmodus !== 'binary' || FIT_FOR_BINARY.has(credentialtype)
}

/** The type of event to deliver, matched exactly, without wildcards. */
export const eventType = line(200)
  .min(1)
  .regex(
    /^(?!\.)[^*]*(?<!\.)$/,
    `types are exact; there are ${[...Object.values(EVENT_TYPES), ...Object.values(VOORVAL_TYPES)].join(', ')}. For a part of a type use filters, with prefix.`,
  )

/** The number of concurrent deliveries of an abonnement. */
export const GELIJKTIJDIG = { most: 256, standard: 64 }

/** Settings of our own; the CloudEvents specification has no members for them. */
const configMembers = {
  contentmodus: contentmodus.describe('`binary` only with credentialtype ACCESSTOKEN or HTTPMESSAGESIGNATURES.'),
  herhaalschema: z
    .array(z.int().min(1).max(86_400))
    .max(20)
    .describe('Seconds to wait before each further attempt, ± 20 %; empty is the standard schedule of ten attempts.'),
  maxGelijktijdig: z.int().min(1).max(GELIJKTIJDIG.most).describe('How many deliveries may be under way at once.'),
}

export const MAX_TYPES = 50

/** The part of an address before the @ is limited to 64 characters (RFC 5321, section 4.5.3.1.1). */
const SHORT_LOCAL_PART = /^[^@]{1,64}@/

/** The members that the owner may change at any time. */
const members = {
  naam: line(100).describe('Name to show at the desk.'),
  contact: z
    .email()
    .max(254)
    .regex(SHORT_LOCAL_PART, 'contact is no address that mail can be sent to.')
    .meta({ format: 'email' })
    .nullable()
    .describe('E-mail address that is notified when deliveries keep failing.'),
  types: z
    .array(eventType)
    .max(MAX_TYPES)
    .describe(
      'Wanted event types; absent or empty means all about zaken. Those about your other abonnementen come only when you name them.',
    ),
  filters: abonnementFilters,
}

/** The same members for POST and PUT, in which an absent member gets its default. */
const wishes = {
  naam: members.naam.default(''),
  contact: members.contact.default(null),
  types: members.types.default([]),
  filters: members.filters.default([]),
  config: z
    .strictObject({
      contentmodus: configMembers.contentmodus.default('structured'),
      herhaalschema: configMembers.herhaalschema.default([]),
      maxGelijktijdig: configMembers.maxGelijktijdig.default(GELIJKTIJDIG.standard),
    })
    .prefault({}),
}

/** Checks the scheme and the characters only; the sink's use parses the rest. */
const HTTP = /^[Hh][Tt]{2}[Pp][Ss]?:\/\/[!-~]+$/
const NATS = /^(?:tls|nats):\/\/[!-~]+$/
const address = (form: RegExp, message: string) => z.string().max(2000).regex(form, message)

/** The names of a sink's own headers, and those in which gateways expect an API key. */
const OWN_HEADER = /^(?:[Xx]-[A-Za-z0-9-]{1,60}|[Aa][Pp][Ii]-?[Kk][Ee][Yy]|[Oo]cp-[Aa]pim-[Ss]ubscription-[Kk]ey)$/
/** The headers in which a proxy reports the origin of a request, or a client overrides its method or path. */
const OF_PROXIES = /^x-(?:forwarded|real|original|rewrite|http|method|accel)(?:-|$)/i
const MAX_OWN_HEADERS = 10

/** A header value. A line end is refused, because it would start another header. */
const headerValue = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[!-~](?:[ -~]*[!-~])?$/, 'A header has visible ASCII, with no space at its ends.')

export const ownHeaders = z
  .record(
    z
      .string()
      .regex(
        OWN_HEADER,
        'Allowed are names that begin with X-, and as whole names Api-Key, Apikey and Ocp-Apim-Subscription-Key.',
      )
      .refine((name) => !OF_PROXIES.test(name), {
        error: 'This header is for proxies.',
        params: { code: 'header_not_allowed' },
      }),
    headerValue,
  )
  .refine((headers) => Object.keys(headers).length > 0, {
    error: 'Leave headers out, or give one.',
    params: { code: 'too_small' },
  })
  .refine((headers) => Object.keys(headers).length <= MAX_OWN_HEADERS, {
    error: `At most ${MAX_OWN_HEADERS} headers.`,
    params: { code: 'too_big' },
  })
  .refine(
    (headers) => new Set(Object.keys(headers).map((name) => name.toLowerCase())).size === Object.keys(headers).length,
    { error: 'A header is there twice.', params: { code: 'header_repeated' } },
  )
  .meta({ minProperties: 1, maxProperties: MAX_OWN_HEADERS })

/**
 * Credentials whose signature proves at least as much as our bearer token, so another token may replace it.
 * The signature of STANDARDWEBHOOKS uses the secret of one receiver, and that of HTTPMESSAGESIGNATURES covers
 * the receiver's address. That of NLGOVADR names no audience: without our token it is valid at every
 * receiver.
 */
const SIGNED_BESIDE_TOKEN: ReadonlySet<Credentialtype> = new Set(['STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES'])

/**
 * True when the token of the sink's own authorization server can use `Authorization`, which holds only one
 * token.
 */
export function leavesAuthorization(credentialtype: Credentialtype): boolean {
  return SIGNED_BESIDE_TOKEN.has(credentialtype)
}

export const oauth2 = z.strictObject({
  tokenendpoint: address(HTTP, 'tokenendpoint must be an absolute https URL in ASCII.').describe(
    'Asked with HTTP Basic and `grant_type=client_credentials` (RFC 6749 section 4.4).',
  ),
  clientid: line(200).min(1),
  clientsecret: line(1000).min(1),
  scope: z
    .string()
    .max(1000)
    .regex(/^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/, 'scope must be names with one space between them.')
    .optional(),
})

export const clientcertificate = z.strictObject({
  certificate: z.string().min(1).max(12_000).describe('PEM: the certificate, then those of its issuers, up to a root.'),
  key: z.string().min(1).max(5_000).describe('PEM: its private key, not encrypted.'),
})

/** The credentials that the sink asks for. Write-only: a response holds `toegang` instead. */
const httpSettings = z
  .strictObject({
    headers: ownHeaders
      .nullable()
      .optional()
      .describe('Sent with every request (subscriptions specification, section 3.2.2.1): X-… or a key of a gateway.'),
    oauth2: oauth2
      .nullable()
      .optional()
      .describe(
        'The access token of your authorization server is sent in `Authorization`, in the place of the JWT; so only with STANDARDWEBHOOKS and HTTPMESSAGESIGNATURES, whose signatures prove whom a message is for. Of STANDARDWEBHOOKS verify `v1` then: `v1a` does not say for whom.',
      ),
    clientcertificate: clientcertificate.nullable().optional().describe('Shown where TLS asks for it (mTLS).'),
  })
  .describe(
    'What the sink asks before it lets us in. Each part that is absent stays as it is, and null takes it away. No answer holds it: see `toegang`.',
  )

/**
 * The request for HTTP. A client cannot choose the secret of its credential. An `id` is ignored: the
 * zaaksysteem assigns one.
 */
const httpRequest = z
  .strictObject({
    id: z.unknown().optional(),
    protocol: z.literal('HTTP'),
    sink: address(HTTP, 'sink must be an absolute http(s) URL in ASCII, without spaces.').describe(
      "Where events are POSTed; also the token's `aud`, unchanged.",
    ),
    protocolsettings: httpSettings.optional(),
    sinkcredential: z.strictObject({ credentialtype }),
    ...wishes,
  })
  .meta({ id: 'AbonnementOverHttp' })

/**
 * An exact subject: without wildcards, and outside `$JS` and `_INBOX`, which the server uses for its API and
 * for replies.
 */
export const natsSubject = z
  .string()
  .max(200)
  .regex(
    /^[A-Za-z0-9][\w-]*(?:\.[\w-]+)*$/,
    'subject must be tokens of letters, digits, _ and - with a dot between them, and begin with a letter or digit.',
  )

/** The name of a JetStream stream. */
export const natsStream = z.string().regex(/^[\w-]{1,255}$/, 'stream must be a name of letters, digits, _ and -.')

const natsSettings = z
  .strictObject({
    subject: natsSubject.describe(
      'Where each event is published. A stream stores an event once: of two abonnementen whose subjects lie in one stream, one gets it and the delivery of the other ends as `mislukt` with `duplicate`.',
    ),
    stream: natsStream
      .optional()
      .describe('The stream that must store it (`Nats-Expected-Stream`); absent: whichever stores that subject.'),
  })
  .describe('Settings of protocol NATS (subscriptions specification, section 3.2.2.5; `stream` is ours).')

/**
 * The credentials for the NATS server (subscriptions specification, section 3.2.3). Unlike over HTTP, the
 * client supplies the secret, because the receiver's own server decides who may publish. Supplying it is also
 * the toestemming.
 */
const plainCredential = z.strictObject({
  credentialtype: z.literal('PLAIN'),
  identifier: line(200).min(1).describe('The user.'),
  secret: line(200).min(1).describe('The password.'),
})

/**
 * The request for NATS: each event is published to JetStream, whose acknowledgement completes the bezorging.
 */
const natsRequest = z
  .strictObject({
    id: z.unknown().optional(),
    protocol: z.literal('NATS'),
    sink: address(NATS, 'sink must be tls://host or tls://host:port.').describe(
      "The server, with TLS `tls://host` or `tls://host:port`, port 4222 if absent; also the token's `aud`, unchanged.",
    ),
    protocolsettings: natsSettings,
    sinkcredential: plainCredential,
    ...wishes,
  })
  .meta({ id: 'AbonnementOverNats' })

/**
 * Body of `POST /v1/abonnementen`; names as in the CloudEvents subscriptions specification section 3.2,
 * `config` is ours.
 */
export const abonnementRequest = z.discriminatedUnion('protocol', [httpRequest, natsRequest], {
  error: ({ code }) => (code === 'invalid_union' ? 'protocol must be HTTP or NATS.' : undefined),
})

export type AbonnementRequest = z.input<typeof abonnementRequest>

/** The credential without its secret, which no response holds. */
const shownCredential = z.strictObject({ credentialtype: z.enum([...credentialtype.options, 'PLAIN']) })

/** The kinds of credentials that the sink asks for, without their secrets. */
const toegang = z.object({
  soort: z.enum(['headers', 'oauth2', 'clientcertificate']).describe('The member of `protocolsettings` that gave it.'),
  kenmerk: z
    .string()
    .describe('Of a certificate its SHA-256 fingerprint, of oauth2 the token endpoint, of headers their names.'),
  sinds: z.iso.datetime().describe('RFC 3339, UTC.'),
  tot: z.iso
    .datetime()
    .nullable()
    .describe(
      'When a certificate, or one of its issuers, expires; the contact is mailed 30 days before. Null for the others.',
    ),
})

/** An abonnement as the API returns it, without secrets. */
export const abonnementResource = z.object({
  id: z.uuid(),
  protocol,
  sink: z.string(),
  protocolsettings: natsSettings.optional().describe('Only with protocol NATS.'),
  sinkcredential: shownCredential,
  // Absent in the responses of an older zaaksysteem.
  toegang: z.array(toegang).default([]).describe('What the sink asks besides, as `protocolsettings` gave it.'),
  naam: z.string(),
  contact: z.string().nullable(),
  types: z.array(z.string()),
  filters: storedFilters,
  config: z.object({
    contentmodus,
    herhaalschema: z.array(z.int()),
    maxGelijktijdig: z.int(),
  }),
  status: z
    .enum(['wacht_op_toestemming', 'actief', 'geweigerd', 'gepauzeerd', 'uitgeschakeld'])
    .describe(
      'Only `actief` receives events; `geweigerd`: the first handshake gave no consent, or a later one withdrew it, which the sink can still give by calling back. The handshake of NATS is a publish that the stream must check and refuse, so that it stores nothing. Events during `gepauzeerd` and `uitgeschakeld` are skipped: a herstel delivers them after all.',
    ),
  statusSinds: z.iso.datetime().describe('RFC 3339, UTC.'),
  statusreden: z
    .string()
    .nullable()
    .describe('Why it is `uitgeschakeld`: `gone` (the sink answered 410) or `failing` (days of only failures).'),
  foutcode: z
    .string()
    .nullable()
    .describe(
      'Why the last handshake failed, such as `no_consent`, `connect`, `timeout`, with a guarded sink also `client_certificate`, `token_refused`, `token_unavailable` and `token_invalid`, for NATS also `auth`, `no_stream` and `stream_refused`; one that is `actief` can have it too.',
    ),
})

export type AbonnementResource = z.infer<typeof abonnementResource>

/**
 * Body of `PUT /v1/abonnementen/{id}`: replaces `naam`, `contact`, `types`, `filters` and `config`; an absent
 * member gets its default. The other members of the `GET` response are allowed. `protocol`, `sink`,
 * `sinkcredential` and, for NATS, `protocolsettings` must equal their present values (400 `not_changeable`
 * otherwise); the rest is ignored. To replace the password for NATS, register the same sink and subject
 * again.
 *
 * Over HTTP `protocolsettings` changes only the settings that it names, so that a client can change a name
 * without the secrets.
 */
export const abonnementChange = z.strictObject({
  id: z.unknown().optional(),
  status: z.unknown().optional(),
  statusSinds: z.unknown().optional(),
  statusreden: z.unknown().optional(),
  foutcode: z.unknown().optional(),
  protocol: protocol.optional(),
  sink: z.string().optional(),
  protocolsettings: z
    .strictObject({ ...natsSettings.partial().shape, ...httpSettings.shape })
    .optional()
    .describe('Over NATS as it is; over HTTP what is to change of what the sink asks: see registering.'),
  sinkcredential: shownCredential.optional(),
  toegang: z.unknown().optional(),
  ...wishes,
})

/**
 * Body of `PATCH /v1/abonnementen/{id}` (RFC 7396): absent members stay. A `GET` does not return
 * `protocolsettings`, so there is nothing to merge with, and each part of it is replaced whole. `protocol`,
 * `sink` and `sinkcredential` are allowed if unchanged (400 `not_changeable` otherwise).
 */
export const abonnementPatch = z
  .strictObject({
    ...members,
    config: z.strictObject(configMembers).partial(),
    protocolsettings: httpSettings,
    protocol,
    sink: z.string(),
    sinkcredential: shownCredential,
  })
  .partial()

/** Body of `POST /v1/abonnementen/{id}/geheim`; no body is the same as `{}`. */
export const geheimRequest = z.strictObject({
  overlapUren: z
    .int()
    .min(0)
    .max(168)
    .default(24)
    .describe('Hours that earlier secrets stay valid; 0 ends them at once.'),
})

export const newSinkcredential = z
  .discriminatedUnion('credentialtype', [
    z.object({
      credentialtype: z.literal('ACCESSTOKEN'),
      accesstoken: z
        .string()
        .min(1)
        .describe('Sent with every delivery as `Authorization: Bearer <accesstoken>` (RFC 6750).'),
    }),
    z.object({
      credentialtype: z.literal('STANDARDWEBHOOKS'),
      secret: z
        .string()
        .regex(/^whsec_/)
        .describe('`whsec_` and 32 bytes in base64 (Standard Webhooks 1.0.0).'),
    }),
  ])
  .describe('A credential with its new secret. No later answer contains the secret: the client must keep it.')

/** Response to `POST /v1/abonnementen/{id}/geheim`. */
export const newGeheim = z.object({ sinkcredential: newSinkcredential })

/** Response to `POST /v1/abonnementen`. Holds a secret only if this request made one. */
export const abonnementCreated = abonnementResource.extend({
  sinkcredential: z.union([newSinkcredential, shownCredential]),
})

export type AbonnementCreated = z.infer<typeof abonnementCreated>
