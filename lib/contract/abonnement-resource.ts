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
    `types must match exactly; the event types are ${[...Object.values(EVENT_TYPES), ...Object.values(VOORVAL_TYPES)].join(', ')}. To match a part of a type, use filters with prefix.`,
  )

/** The number of concurrent deliveries of an abonnement. */
export const GELIJKTIJDIG = { most: 256, standard: 64 }

/** Settings of our own; the CloudEvents specification has no members for them. */
const configMembers = {
  contentmodus: contentmodus.describe('`binary` requires credentialtype ACCESSTOKEN or HTTPMESSAGESIGNATURES.'),
  herhaalschema: z
    .array(z.int().min(1).max(86_400))
    .max(20)
    .describe(
      'The delay before each retry in seconds, ± 20 %. An empty list is the standard schedule of ten attempts.',
    ),
  maxGelijktijdig: z.int().min(1).max(GELIJKTIJDIG.most).describe('The maximum number of concurrent deliveries.'),
}

export const MAX_TYPES = 50

/** The part of an address before the @ is limited to 64 characters (RFC 5321, section 4.5.3.1.1). */
const SHORT_LOCAL_PART = /^[^@]{1,64}@/

/** The members that the owner may change at any time. */
const members = {
  naam: line(100).describe('The name to show at the desk.'),
  contact: z
    .email()
    .max(254)
    .regex(SHORT_LOCAL_PART, 'contact must be an address that can receive mail.')
    .meta({ format: 'email' })
    .nullable()
    .describe('The e-mail address that is notified when deliveries keep failing.'),
  types: z
    .array(eventType)
    .max(MAX_TYPES)
    .describe(
      'The wanted event types. Absent or empty means all types about zaken. Types about your other abonnementen must be listed.',
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
  .regex(/^[!-~](?:[ -~]*[!-~])?$/, 'A header value must be visible ASCII, without leading or trailing spaces.')

export const ownHeaders = z
  .record(
    z
      .string()
      .regex(OWN_HEADER, 'Allowed names begin with X-, or are Api-Key, Apikey or Ocp-Apim-Subscription-Key.')
      .refine((name) => !OF_PROXIES.test(name), {
        error: 'This header is reserved for proxies.',
        params: { code: 'header_not_allowed' },
      }),
    headerValue,
  )
  .refine((headers) => Object.keys(headers).length > 0, {
    error: 'Omit headers, or give at least one.',
    params: { code: 'too_small' },
  })
  .refine((headers) => Object.keys(headers).length <= MAX_OWN_HEADERS, {
    error: `At most ${MAX_OWN_HEADERS} headers.`,
    params: { code: 'too_big' },
  })
  .refine(
    (headers) => new Set(Object.keys(headers).map((name) => name.toLowerCase())).size === Object.keys(headers).length,
    { error: 'A header occurs twice.', params: { code: 'header_repeated' } },
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
    'The token endpoint, called with HTTP Basic and `grant_type=client_credentials` (RFC 6749 section 4.4).',
  ),
  clientid: line(200).min(1),
  clientsecret: line(1000).min(1),
  scope: z
    .string()
    .max(1000)
    .regex(/^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/, 'scope must be names separated by single spaces.')
    .optional(),
})

export const clientcertificate = z.strictObject({
  certificate: z
    .string()
    .min(1)
    .max(12_000)
    .describe('The certificate and then those of its issuers, up to a root, in PEM.'),
  key: z.string().min(1).max(5_000).describe('The unencrypted private key, in PEM.'),
})

/** The credentials that the sink asks for. Write-only: a response holds `toegang` instead. */
const httpSettings = z
  .strictObject({
    headers: ownHeaders
      .nullable()
      .optional()
      .describe(
        'The headers to send with every request (subscriptions specification, section 3.2.2.1): `X-…`, or the API key of a gateway.',
      ),
    oauth2: oauth2
      .nullable()
      .optional()
      .describe(
        'Sends the access token of your authorization server in `Authorization`, instead of the JWT. It requires STANDARDWEBHOOKS or HTTPMESSAGESIGNATURES, whose signatures prove the audience of a message. With STANDARDWEBHOOKS verify `v1`, because `v1a` does not prove the audience.',
      ),
    clientcertificate: clientcertificate.nullable().optional().describe('The client certificate for mutual TLS.'),
  })
  .describe(
    'The credentials that the sink requires. An absent part stays unchanged, and null removes it. Write-only: a response holds `toegang` instead.',
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
      'The URL to which events are POSTed. It is also the `aud` of the token, unchanged.',
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
    'subject must be tokens of letters, digits, _ and - separated by dots, and begin with a letter or digit.',
  )

/** The name of a JetStream stream. */
export const natsStream = z.string().regex(/^[\w-]{1,255}$/, 'stream must be a name of letters, digits, _ and -.')

const natsSettings = z
  .strictObject({
    subject: natsSubject.describe(
      'The subject to which each event is published. A stream stores an event once: if two abonnementen have subjects in one stream, one delivery succeeds and the other ends as `mislukt` with `duplicate`.',
    ),
    stream: natsStream
      .optional()
      .describe(
        'The stream that must store the event (`Nats-Expected-Stream`). Default: any stream that stores the subject.',
      ),
  })
  .describe('The settings for protocol NATS (subscriptions specification, section 3.2.2.5; `stream` is our extension).')

/**
 * The credentials for the NATS server (subscriptions specification, section 3.2.3). Unlike over HTTP, the
 * client supplies the secret, because the receiver's own server decides who may publish. Supplying it is also
 * the toestemming.
 */
const plainCredential = z.strictObject({
  credentialtype: z.literal('PLAIN'),
  identifier: line(200).min(1).describe('The user name.'),
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
      'The NATS server, with TLS: `tls://host` or `tls://host:port`, with default port 4222. It is also the `aud` of the token, unchanged.',
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
  soort: z.enum(['headers', 'oauth2', 'clientcertificate']).describe('The member of `protocolsettings` that set it.'),
  kenmerk: z
    .string()
    .describe('The SHA-256 fingerprint of the certificate, the token endpoint of oauth2, or the names of the headers.'),
  sinds: z.iso.datetime().describe('The time at which it was set (RFC 3339, UTC).'),
  tot: z.iso
    .datetime()
    .nullable()
    .describe(
      'The time at which the certificate or one of its issuers expires; null for the other kinds. The contact gets an e-mail 30 days before.',
    ),
})

/** An abonnement as the API returns it, without secrets. */
export const abonnementResource = z.object({
  id: z.uuid(),
  protocol,
  sink: z.string(),
  protocolsettings: natsSettings.optional().describe('Present with protocol NATS only.'),
  sinkcredential: shownCredential,
  // Absent in the responses of an older zaaksysteem.
  toegang: z
    .array(toegang)
    .default([])
    .describe('The credentials that the sink requires, as set by `protocolsettings`, without their secrets.'),
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
      'Only an `actief` abonnement receives events. `geweigerd`: the first handshake gave no consent, or a later one withdrew it; the sink can still consent by callback. The handshake over NATS is a publish that the stream must check and refuse, so that it stores nothing. Events during `gepauzeerd` and `uitgeschakeld` are skipped; a herstel can deliver them later.',
    ),
  statusSinds: z.iso.datetime().describe('The time since which it has this status (RFC 3339, UTC).'),
  statusreden: z
    .string()
    .nullable()
    .describe('The reason for `uitgeschakeld`: `gone` (the sink answered 410) or `failing` (only failures for days).'),
  foutcode: z
    .string()
    .nullable()
    .describe(
      'The reason why the last handshake failed, such as `no_consent`, `connect` or `timeout`; null if it succeeded. With credentials for the sink also `client_certificate`, `token_refused`, `token_unavailable` and `token_invalid`; over NATS also `auth`, `no_stream` and `stream_refused`. An `actief` abonnement can have one too.',
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
    .describe('Over NATS it must be unchanged. Over HTTP it holds the credentials for the sink that change.'),
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
    .describe('The number of hours that earlier secrets stay valid. 0 ends them at once.'),
})

export const newSinkcredential = z
  .discriminatedUnion('credentialtype', [
    z.object({
      credentialtype: z.literal('ACCESSTOKEN'),
      accesstoken: z
        .string()
        .min(1)
        .describe('The secret, sent with every delivery as `Authorization: Bearer <accesstoken>` (RFC 6750).'),
    }),
    z.object({
      credentialtype: z.literal('STANDARDWEBHOOKS'),
      secret: z
        .string()
        .regex(/^whsec_/)
        .describe('The secret: `whsec_` followed by 32 bytes in base64 (Standard Webhooks 1.0.0).'),
    }),
  ])
  .describe('A credential with its new secret. Store the secret, because no later response contains it.')

/** Response to `POST /v1/abonnementen/{id}/geheim`. */
export const newGeheim = z.object({ sinkcredential: newSinkcredential })

/** Response to `POST /v1/abonnementen`. Holds a secret only if this request made one. */
export const abonnementCreated = abonnementResource.extend({
  sinkcredential: z.union([newSinkcredential, shownCredential]),
})

export type AbonnementCreated = z.infer<typeof abonnementCreated>
