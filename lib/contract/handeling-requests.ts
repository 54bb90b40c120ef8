import { z } from 'zod'

/** PostgreSQL takes no NUL, and half a surrogate pair would be stored as another character. */
const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[^\0\p{Cs}]*$/u, 'NUL and lone surrogates are not allowed.')

const code = text(100).min(1)
/** Years of four digits, which PostgreSQL and JavaScript both read. */
const date = z.iso.date().regex(/^[1-9]/, 'The year must be 1000 or later.')

/**
 * What the body of every act on a zaak has: `POST /v1/zaken/{uuid}/{acts}`. Needs the header `Idempotency-Key`: a repeat of
 * the request with its key gets the first answer and changes nothing; the key with another request is refused (422
 * `key_reused`). Dates are `yyyy-mm-dd`, calendar days in the Netherlands.
 */
const handeling = z.strictObject({
  /** the zaak's versie that the decision was based on; 409 `conflict` if the zaak has changed since */
  versie: z.int32().positive(),
  /** shown to the citizen */
  statustoelichting: text(1000).optional(),
})

/** `…/statussen`: sets the next status. */
export const statusRequest = handeling.extend({
  /** code of a later statustype of the zaaktype */
  statustype: code,
  /** code of a resultaattype; required for the eindstatus */
  resultaat: code.optional(),
  /** dagtekening, when the resultaat is a besluit; today when absent */
  besluitdatum: date.optional(),
  /** when the besluit is made known, after which the objection period begins (Awb 6:8); the besluitdatum when absent */
  bekendmakingsdatum: date.optional(),
})

/** `…/correcties`: takes back the last status; `statustoelichting`, the reason, is required. */
export const correctieRequest = handeling

/** `…/heropeningen`: opens a closed zaak again. */
export const heropeningRequest = handeling

/** `…/opschortingen`: the term stands still from the day after `op` (Awb 4:15). */
export const opschortingRequest = handeling.extend({
  /** code of an opschortingsreden of the zaaktype */
  reden: code,
  op: date,
  /** until when that is expected */
  tot: date,
})

/** `…/hervattingen`: the term runs again from `op` on; both dates move by the days that it stood still. */
export const hervattingRequest = handeling.extend({ op: date })

/** `…/verlengingen`: moves both dates, once; `statustoelichting`, the reason, is required. */
export const verlengingRequest = handeling.extend({ dagen: z.int32().min(1).max(366) })

/** `…/aanvullingsverzoeken`: asks the citizen to send something, and suspends the term (Awb 4:5 and 4:15). */
export const aanvullingsverzoekRequest = handeling.extend({
  /** the last day to send it */
  uiterlijk: date,
  aanvullingen: z
    .array(
      z.strictObject({
        naam: text(80).min(1),
        toelichting: text(500).optional(),
        /** page of the municipality with a form for it */
        formulier: z
          .url({ protocol: /^https$/ })
          .max(500)
          .optional(),
      }),
    )
    .min(1)
    .max(20),
})

/** `…/aanvullingen`: all of it came, the last on `op`; the term runs again. */
export const aanvullingRequest = handeling.extend({ op: date })

/**
 * `POST /v1/zaken`: opens a zaak. Needs the header `Idempotency-Key`, as the acts do. 400 `registration_refused` says all
 * that is wrong with it. 201, or 200 with the zaak that is there already when the client used the kenmerk before with
 * the same content; with other content 409 `kenmerk_reused`.
 */
export const registratieRequest = z.strictObject({
  /** identificatie of a zaaktype */
  zaaktype: code,
  /** at most 80 characters on one line, without personal data */
  omschrijving: text(1000),
  /** who asks for it: the BSN of a citizen, or the KvK-nummer (8 digits) of a company */
  initiator: z.strictObject({ naam: text(1000), bsn: text(100).optional(), kvkNummer: text(100).optional() }),
  /** day on which it was submitted, from 1900, not in the future; today when absent */
  startdatum: text(100).optional(),
  /** `sub` of a behandelaar at the identity provider of the staff */
  behandelaar: text(200).min(1).optional(),
  /** reference of the client's own, by which a repeat finds the same zaak for as long as that exists */
  kenmerk: text(100).min(1).optional(),
  /** at the desk only for behandelaars of the team that handles it */
  vertrouwelijk: z.boolean().optional(),
})

/** The answer. */
export const zaakRegistered = z.object({
  uuid: z.uuid(),
  identificatie: z.string(),
  versie: z.int().positive(),
  /** id of the event that announces it */
  gebeurtenisId: z.uuid(),
})

/**
 * `…/toewijzingen`: gives the zaak to a behandelaar, or back to a team. It changes nothing outside the zaaksysteem: there is
 * no versie to send and no event, and a change of `behandelendTeam` is told with the next event.
 */
export const toewijzingRequest = z.strictObject({
  /** `sub` of the identity provider of staff; null: nobody yet */
  behandelaar: text(255).min(1).nullable(),
  /** another team than the zaak has */
  team: text(100).min(1).optional(),
})

/** The 201 answer to it: who has the zaak now. */
export const zaakAssigned = z.object({ behandelaar: z.string().nullable(), team: z.string() })

/**
 * `…/vertrouwelijkheden`: shields the zaak at the desk, for its team alone, or no longer. It says nothing of what API clients
 * and the citizen see, so there is no versie to send and no event.
 */
export const vertrouwelijkheidRequest = z.strictObject({
  vertrouwelijk: z.boolean(),
  /** why, for colleagues; without personal data */
  reden: text(1000).trim().min(1),
})

/** The 201 answer to it. */
export const vertrouwelijkheidSet = z.object({ vertrouwelijk: z.boolean() })

/** The 201 answer of each of the others. */
export const zaakChanged = z.object({
  /** id of the event that announces it */
  gebeurtenisId: z.uuid(),
  versie: z.int().positive(),
})
