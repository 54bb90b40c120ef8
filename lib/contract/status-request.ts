import { z } from 'zod'

/** PostgreSQL takes no NUL, and half a surrogate pair would be stored as another character. */
const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[^\0\p{Cs}]*$/u, 'NUL and lone surrogates are not allowed.')

/**
 * Body of `POST /v1/zaken/{uuid}/statussen`: sets the next status of a zaak. Needs the header `Idempotency-Key`: a
 * repeat of the request with its key gets the first answer and changes nothing; the key with another request is refused
 * (422 `key_reused`).
 */
export const statusRequest = z.strictObject({
  /** the zaak's versie that the decision was based on; 409 `conflict` if the zaak has changed since */
  versie: z.int32().positive(),
  /** code of a later statustype of the zaaktype */
  statustype: text(100).min(1),
  /** code of a resultaattype; required for the eindstatus */
  resultaat: text(100).min(1).optional(),
  /** shown to the citizen */
  statustoelichting: text(1000).optional(),
})

/** The 201 answer. */
export const statusSet = z.object({
  /** id of the event that announces it */
  gebeurtenisId: z.uuid(),
  versie: z.int().positive(),
})
