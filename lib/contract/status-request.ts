import { z } from 'zod'

/**
 * Body of `POST /v1/zaken/{uuid}/statussen`: sets the next status of a zaak. Needs the header `Idempotency-Key`: the
 * same key with the same request is answered the same and changes nothing more; with another request it is refused.
 */
export const statusRequest = z.strictObject({
  /** the zaak's versie that the decision was based on; when it has moved on, the answer is 409 */
  versie: z.int().positive(),
  /** code of a later statustype of the zaaktype */
  statustype: z.string().min(1).max(100),
  /** code of a resultaattype; required for the eindstatus */
  resultaat: z.string().min(1).max(100).optional(),
  /** for the citizen */
  statustoelichting: z.string().max(1000).optional(),
})

/** The 201 answer. */
export const statusSet = z.object({
  /** id of the event that announces it */
  gebeurtenisId: z.uuid(),
  versie: z.int().positive(),
})
