import { z } from 'zod'

/** `GET /api/demo/bericht`: a whole message as it went over the line, whose token has expired. */
export const demoBericht = z.object({
  /** null until the token of a first message has expired */
  bericht: z
    .object({
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
      aangekomenOp: z.iso.datetime(),
    })
    .nullable(),
  /** when the token expires that is shown next; null when no message came since the one that is shown */
  volgendeOp: z.iso.datetime().nullable(),
  /** the registered address of the receiver, and the `aud` of the token */
  sink: z.url(),
  source: z.string(),
  jwksUrl: z.url(),
})

export type DemoBericht = z.infer<typeof demoBericht>
