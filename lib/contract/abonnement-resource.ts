import { z } from 'zod'

/** How deliveries of an abonnement are secured; the receiver takes it from its own record, never from a request. */
export const credentialtype = z.enum(['JWT'])
export type Credentialtype = z.infer<typeof credentialtype>

/** Body of `POST /v1/abonnementen`; names as in the CloudEvents subscriptions specification section 3.2. */
export const abonnementRequest = z.strictObject({
  protocol: z.literal('HTTP', 'Only protocol "HTTP" is supported.'),
  /** where events are POSTed; becomes the token's `aud` to the letter */
  sink: z.url({ protocol: /^https?$/, error: 'sink must be an absolute http(s) URL.' }).max(2000),
  /** wanted event types; absent or empty means all */
  types: z.array(z.string().min(1).max(200)).max(50).default([]),
  sinkcredential: z.strictObject({ credentialtype }),
})

export type AbonnementRequest = z.input<typeof abonnementRequest>

/** An abonnement as the API shows it. */
export const abonnementResource = z.object({
  id: z.uuid(),
  protocol: z.literal('HTTP'),
  sink: z.string(),
  types: z.array(z.string()),
  sinkcredential: z.object({ credentialtype }),
  /** only `actief` receives events; `geweigerd`: the sink did not consent to the handshake */
  status: z.enum(['wacht_op_toestemming', 'actief', 'geweigerd']),
  /** why consent failed */
  foutcode: z.string().nullable(),
})

export type AbonnementResource = z.infer<typeof abonnementResource>
