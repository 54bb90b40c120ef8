import { z } from 'zod'

/** The most bereikbaarheden in one request. */
export const MAX_BEREIKBAARHEDEN = 100

const bereikbaarheid = z.strictObject({
  zaakId: z.uuid(),
  portaalGebruikt: z.boolean().describe('Whether the aanvrager, or who acts for him, ever signed in there.'),
  emailBevestigd: z
    .boolean()
    .describe('Whether he has an e-mail address there that he confirmed and that takes mail. Not which.'),
})

/**
 * `POST /v1/bereikbaarheden`: reports if news reaches the aanvragers of these zaken through a portal, for the
 * scope `bewijzen.melden`. The last report about a zaak replaces earlier ones, so a retry is idempotent
 * without an Idempotency-Key.
 */
export const bereikbaarhedenRequest = z.strictObject({
  bereikbaarheden: z.array(bereikbaarheid).min(1).max(MAX_BEREIKBAARHEDEN),
})

/** The 200 response: the given zaken that exist for this client. Reports about other zaken are dropped. */
export const bereikbaarhedenAnswer = z.object({ zaakIds: z.array(z.uuid()) })
