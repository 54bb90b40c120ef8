import { z } from 'zod'

/** The most bewijzen in one request. */
export const MAX_BEWIJZEN = 100

export const bewijssoort = z
  .enum([
    'gezien',
    'gezien_door_gemachtigde',
    'gemaild',
    'mail_geweigerd',
    'mail_vervangen',
    'document_opgehaald',
    'document_opgehaald_door_gemachtigde',
  ])
  .describe(
    'The kind of evidence about a change. `gezien`: the aanvrager had it on screen. `gezien_door_gemachtigde`: a representative had it on screen, a gemachtigde or a person of the company. `gemaild`: the mail server accepted a mail about it. `mail_geweigerd`: that mail bounced, or no mail server accepted it. `mail_vervangen`: it got no mail of its own, because a later mail covers it. `document_opgehaald` and `document_opgehaald_door_gemachtigde`: the aanvrager or a representative downloaded the whole document that the change added.',
  )
export type Bewijssoort = z.infer<typeof bewijssoort>

/** The kinds that prove that the aanvrager or a representative looked. */
export const GEKEKEN = [
  'gezien',
  'gezien_door_gemachtigde',
  'document_opgehaald',
  'document_opgehaald_door_gemachtigde',
] as const satisfies Bewijssoort[]

export function isGekeken(soort: Bewijssoort): soort is (typeof GEKEKEN)[number] {
  return (GEKEKEN as readonly Bewijssoort[]).includes(soort)
}

/** Evidence about one change. It names no person: `soort` tells the aanvrager from a representative. */
const bewijs = z.strictObject({
  gebeurtenisId: z.uuid().describe('The id of the event that reported the change.'),
  soort: bewijssoort,
  tijdstip: z.iso.datetime({ offset: true }).describe('The time at which it happened (RFC 3339).'),
})

/**
 * `POST /v1/bewijzen`: reports what happened to changes, for the scope `bewijzen.melden`. A change has at
 * most one bewijs of each soort of each client. The first one stays, so a retry is idempotent and gets the
 * same response without an Idempotency-Key.
 *
 * 400 `request_invalid` when any bewijs is invalid; then nothing is recorded.
 */
export const bewijzenRequest = z.strictObject({ bewijzen: z.array(bewijs).min(1).max(MAX_BEWIJZEN) })

/** `bewijzenAnswer` explains each value. */
const bewijsuitkomst = z.enum(['recorded', 'gebeurtenis_unknown', 'tijdstip_in_future', 'tijdstip_before_gebeurtenis'])
export type Bewijsuitkomst = z.infer<typeof bewijsuitkomst>

/** The 200 response: the outcome of each bewijs, in the order of the request. */
export const bewijzenAnswer = z.object({
  bewijzen: z.array(
    z.object({
      gebeurtenisId: z.uuid(),
      soort: bewijssoort,
      uitkomst: z
        .string()
        .describe(
          '`recorded`: the bewijs was recorded, now or before. `gebeurtenis_unknown`: the event does not exist, its zaak was deleted, or the token may not see the zaak. `tijdstip_in_future`: more than a minute in the future; retry later. `tijdstip_before_gebeurtenis`: more than a minute before the event. Later versions may add refusals.',
        ),
    }),
  ),
})

/** The most bereikbaarheden in one request. */
export const MAX_BEREIKBAARHEDEN = 100

const bereikbaarheid = z.strictObject({
  zaakId: z.uuid(),
  portaalGebruikt: z.boolean().describe('True when the aanvrager or a representative ever signed in to the portal.'),
  emailBevestigd: z
    .boolean()
    .describe(
      'True when the aanvrager has a confirmed e-mail address there that accepts mail. The address itself is not reported.',
    ),
})

/**
 * `POST /v1/bereikbaarheden`: reports whether news reaches the aanvragers of these zaken through a portal,
 * for the scope `bewijzen.melden`. The last report about a zaak replaces earlier ones, so a retry is
 * idempotent without an Idempotency-Key.
 */
export const bereikbaarhedenRequest = z.strictObject({
  bereikbaarheden: z.array(bereikbaarheid).min(1).max(MAX_BEREIKBAARHEDEN),
})

/** The 200 response: the given zaken that exist for this client. Reports about other zaken are dropped. */
export const bereikbaarhedenAnswer = z.object({ zaakIds: z.array(z.uuid()) })
