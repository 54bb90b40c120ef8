import { z } from 'zod'
import { abonnementFilters, line, storedFilters } from './abonnement-filters.ts'
import { EVENT_TYPES } from './event-types.ts'

/**
 * How deliveries of an abonnement are authenticated. A receiver takes it from its own record and never from a request,
 * so that a request stripped of its signature does not pass as one of a weaker type.
 */
export const credentialtype = z.enum(['JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'])
export type Credentialtype = z.infer<typeof credentialtype>

/** The content mode of a request: CloudEvents HTTP binding, sections 3.2, 3.1 and 3.3. */
export const contentmodus = z.enum(['structured', 'binary', 'batch'])
export type Contentmodus = z.infer<typeof contentmodus>

/**
 * In binary mode attributes are `ce-*` headers, which the other types do not sign. ACCESSTOKEN never signs anything.
 */
const FIT_FOR_BINARY: ReadonlySet<Credentialtype> = new Set(['ACCESSTOKEN', 'HTTPMESSAGESIGNATURES'])

/** Whether the credentialtype protects as much of an event in this contentmodus as in the others. */
export function fits(choice: { credentialtype: Credentialtype; contentmodus: Contentmodus }): boolean {
  return choice.contentmodus !== 'binary' || FIT_FOR_BINARY.has(choice.credentialtype)
}

/** Types are compared as a whole. One that no event has yet is taken, because types can be added. */
export const eventType = line(200)
  .min(1)
  .regex(
    /^(?!\.)[^*]*(?<!\.)$/,
    `types are exact; there are ${Object.values(EVENT_TYPES).join(', ')}. For a part of a type use filters, with prefix.`,
  )

/** Settings of our own; the CloudEvents specification has no members for them. */
export const abonnementConfig = z.strictObject({
  /** `binary` only with credentialtype ACCESSTOKEN or HTTPMESSAGESIGNATURES */
  contentmodus: contentmodus.default('structured'),
  /** seconds to wait before each further attempt, ± 20 %; empty is the standard schedule of ten attempts */
  herhaalschema: z.array(z.int().min(1).max(86_400)).max(20).default([]),
  /** how many deliveries may be under way at once */
  maxGelijktijdig: z.int().min(1).max(256).default(64),
})

/** What the owner may change at any time. */
const wishes = {
  /** name to show at the desk */
  naam: line(100).default(''),
  /** e-mail address that is notified when deliveries keep failing */
  contact: z.email().max(254).nullable().default(null),
  /** wanted event types; absent or empty means all */
  types: z.array(eventType).max(50).default([]),
  filters: abonnementFilters.default([]),
  config: abonnementConfig.prefault({}),
}

const protocol = z.literal('HTTP', 'Only protocol "HTTP" is supported.')

/**
 * Body of `POST /v1/abonnementen`; names as in the CloudEvents subscriptions specification section 3.2, `config` is
 * ours. There is no `protocolsettings`: a client cannot set headers of deliveries, and cannot choose a secret. An `id`
 * is ignored: the zaaksysteem assigns one.
 */
export const abonnementRequest = z
  .strictObject({
    id: z.unknown().optional(),
    protocol,
    /** where events are POSTed; also the token's `aud`, unchanged */
    sink: z
      .string()
      .max(2000)
      .regex(/^[!-~]*$/, 'sink must be in ASCII, without spaces.')
      // last, because zod takes tabs and line ends out of a URL
      .pipe(z.url({ protocol: /^https?$/, error: 'sink must be an absolute http(s) URL.' })),
    sinkcredential: z.strictObject({ credentialtype }),
    ...wishes,
  })
  .refine(({ sinkcredential, config }) => fits({ ...sinkcredential, ...config }), {
    path: ['config', 'contentmodus'],
    error: 'binary needs credentialtype ACCESSTOKEN or HTTPMESSAGESIGNATURES.',
  })

export type AbonnementRequest = z.input<typeof abonnementRequest>

/** An abonnement as the API returns it, without secrets. */
export const abonnementResource = z.object({
  id: z.uuid(),
  protocol: z.literal('HTTP'),
  sink: z.string(),
  sinkcredential: z.object({ credentialtype }),
  naam: z.string(),
  contact: z.string().nullable(),
  types: z.array(z.string()),
  filters: storedFilters,
  config: z.object({
    contentmodus,
    herhaalschema: z.array(z.int()),
    maxGelijktijdig: z.int(),
  }),
  /**
   * only `actief` receives events; `geweigerd`: the first handshake gave no consent, or a later one withdrew it, which
   * the sink can still give by calling back. Events during `gepauzeerd` and `uitgeschakeld` are kept and can be recovered
   */
  status: z.enum(['wacht_op_toestemming', 'actief', 'geweigerd', 'gepauzeerd', 'uitgeschakeld']),
  /** RFC 3339, UTC */
  statusSinds: z.iso.datetime(),
  /** why it is `uitgeschakeld`: `gone` (the sink answered 410) or `failing` (days of only failures) */
  statusreden: z.string().nullable(),
  /** why the last handshake failed, such as `no_consent`, `connect`, `timeout`; one that is `actief` can have it too */
  foutcode: z.string().nullable(),
})

export type AbonnementResource = z.infer<typeof abonnementResource>

/**
 * Body of `PUT /v1/abonnementen/{id}`: replaces `naam`, `contact`, `types`, `filters` and `config`; an absent member
 * gets its default. The other members of the `GET` answer are allowed: `protocol`, `sink` and `sinkcredential` must
 * equal their present values (400 `not_changeable` otherwise), the rest is ignored.
 */
export const abonnementChange = z.strictObject({
  id: z.unknown().optional(),
  status: z.unknown().optional(),
  statusSinds: z.unknown().optional(),
  statusreden: z.unknown().optional(),
  foutcode: z.unknown().optional(),
  protocol: protocol.optional(),
  sink: z.string().optional(),
  sinkcredential: z.strictObject({ credentialtype }).optional(),
  ...wishes,
})

/** Body of `POST /v1/abonnementen/{id}/geheim`. */
export const geheimRequest = z.strictObject({
  /** hours that earlier secrets stay valid; 0 ends them at once */
  overlapUren: z.int().min(0).max(168).default(24),
})

/** A credential with its new secret. No later answer contains the secret: the client must keep it. */
export const newSinkcredential = z.discriminatedUnion('credentialtype', [
  /** sent with every delivery as `Authorization: Bearer <accesstoken>` (RFC 6750) */
  z.object({ credentialtype: z.literal('ACCESSTOKEN'), accesstoken: z.string().min(1) }),
  /** `whsec_` and 32 bytes in base64 (Standard Webhooks 1.0.0) */
  z.object({ credentialtype: z.literal('STANDARDWEBHOOKS'), secret: z.string().regex(/^whsec_/) }),
])

/** Answer to `POST /v1/abonnementen/{id}/geheim`. */
export const newGeheim = z.object({ sinkcredential: newSinkcredential })

/** Answer to `POST /v1/abonnementen`. Holds a secret only if one was made now, not if there already was one. */
export const abonnementCreated = abonnementResource.extend({
  sinkcredential: z.union([newSinkcredential, z.object({ credentialtype })]),
})

export type AbonnementCreated = z.infer<typeof abonnementCreated>
